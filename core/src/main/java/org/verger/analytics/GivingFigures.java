package org.verger.analytics;

import org.springframework.stereotype.Component;

@Component
class GivingFigures implements FigureQuery {

  @Override
  public Subject subject() {
    return Subject.GIVING;
  }

  @Override
  public String recordDays() {
    return "SELECT given_on AS day FROM contribution";
  }

  @Override
  public String rows() {
    return """
    WITH gift AS (
      SELECT given_on AS day, unit_id, currency, fund_id, method, person_id, amount
      FROM contribution WHERE given_on >= :lo AND given_on < :hi),
    summed AS (
      SELECT cal.grain, cal.starts_on, up.above_id, g.currency,
        grouping(g.fund_id) = 0 AS by_fund, grouping(g.method) = 0 AS by_method,
        g.fund_id, g.method, sum(g.gifts)::bigint AS gifts, sum(g.amount)::bigint AS amount
      FROM (
        SELECT day, unit_id, currency, fund_id, method, count(*) AS gifts, sum(amount) AS amount
        FROM gift GROUP BY 1, 2, 3, 4, 5) g
      JOIN cal USING (day) JOIN up USING (unit_id)
      GROUP BY cal.grain, cal.starts_on, up.above_id, g.currency,
        GROUPING SETS ((), (g.fund_id), (g.method))),
    given AS (
      SELECT grain, starts_on, above_id, currency, count(*) AS givers
      FROM (
        SELECT DISTINCT cal.grain, cal.starts_on, up.above_id, g.currency, g.person_id
        FROM gift g JOIN cal USING (day) JOIN up USING (unit_id)
        WHERE g.person_id IS NOT NULL) giver
      GROUP BY 1, 2, 3, 4)
    SELECT s.grain, s.starts_on, s.above_id,
      CASE WHEN by_fund THEN 'fund' WHEN by_method THEN 'method' ELSE 'all' END,
      CASE WHEN by_fund THEN coalesce(s.fund_id::text, '') WHEN by_method THEN s.method ELSE '' END,
      s.currency, s.gifts, s.amount,
      CASE WHEN NOT by_fund AND NOT by_method THEN coalesce(given.givers, 0) END
    FROM summed s LEFT JOIN given ON NOT by_fund AND NOT by_method AND given.grain = s.grain
      AND given.starts_on = s.starts_on AND given.above_id = s.above_id
      AND given.currency = s.currency
    """;
  }
}
