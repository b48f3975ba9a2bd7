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

  // Both halves are added up: a join of them is planned without knowing how many rows they are.
  @Override
  public String rows() {
    return """
    WITH entry AS (
      SELECT day, unit_id, currency, fund_id, method, person_id, amount, stands
      FROM gift WHERE day >= :lo AND day < :hi),
    summed AS (
      SELECT cal.grain, cal.starts_on, up.above_id, g.currency,
        grouping(g.fund_id) = 0 AS by_fund, grouping(g.method) = 0 AS by_method,
        g.fund_id, g.method, sum(g.gifts)::bigint AS gifts, sum(g.amount)::bigint AS amount
      FROM (
        SELECT day, unit_id, currency, fund_id, method, count(*) FILTER (WHERE stands) AS gifts,
          sum(amount) AS amount
        FROM entry GROUP BY 1, 2, 3, 4, 5) g
      JOIN cal USING (day) JOIN up USING (unit_id)
      GROUP BY cal.grain, cal.starts_on, up.above_id, g.currency,
        GROUPING SETS ((), (g.fund_id), (g.method))),
    given AS (
      SELECT grain, starts_on, above_id, currency, count(*) AS givers
      FROM (
        SELECT DISTINCT cal.grain, cal.starts_on, up.above_id, e.currency, e.person_id
        FROM entry e JOIN cal USING (day) JOIN up USING (unit_id)
        WHERE e.person_id IS NOT NULL AND e.stands) giver
      GROUP BY 1, 2, 3, 4)
    SELECT grain, starts_on, above_id, split, part, currency, sum(gifts)::bigint,
      sum(amount)::bigint, sum(givers)::bigint
    FROM (
      SELECT grain, starts_on, above_id,
        CASE WHEN by_fund THEN 'fund' WHEN by_method THEN 'method' ELSE 'all' END AS split,
        CASE WHEN by_fund THEN coalesce(fund_id::text, '') WHEN by_method THEN method ELSE '' END
          AS part,
        currency, gifts, amount, CASE WHEN NOT by_fund AND NOT by_method THEN 0 END AS givers
      FROM summed
      UNION ALL
      SELECT grain, starts_on, above_id, 'all', '', currency, 0, 0, givers FROM given) AS figures
    GROUP BY 1, 2, 3, 4, 5, 6
    """;
  }
}
