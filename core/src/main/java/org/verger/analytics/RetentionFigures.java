package org.verger.analytics;

import org.springframework.stereotype.Component;

@Component
class RetentionFigures implements FigureQuery {

  @Override
  public Subject subject() {
    return Subject.RETENTION;
  }

  @Override
  public Firsts firsts() {
    return new Firsts("activity_first", "person_activity");
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  @Override
  public String recordDays() {
    return "SELECT day FROM person_activity";
  }

  // The bits of the view's ways, 16 for the period before and 32 for the first day of all.
  @Override
  public String rows() {
    return """
    WITH seen AS (
      SELECT a.day, a.unit_id, a.person_id, bit_or(a.way) | CASE WHEN first.day = a.day
        THEN 32 ELSE 0 END AS ways
      FROM person_activity a LEFT JOIN first ON first.person_id = a.person_id
      WHERE a.day >= :lo AND a.day < :hi
      GROUP BY a.day, a.unit_id, a.person_id, first.day),
    person AS (
      SELECT cal.grain, cal.starts_on, up.above_id, seen.person_id,
        bit_or(CASE WHEN cal.before THEN 16 ELSE seen.ways END) AS ways
      FROM seen JOIN cal USING (day) JOIN up USING (unit_id)
      GROUP BY 1, 2, 3, 4)
    SELECT grain, starts_on, above_id, 'all', '',
      count(*) FILTER (WHERE ways & 15 <> 0), count(*) FILTER (WHERE ways & 1 <> 0),
      count(*) FILTER (WHERE ways & 2 <> 0), count(*) FILTER (WHERE ways & 4 <> 0),
      count(*) FILTER (WHERE ways & 8 <> 0), count(*) FILTER (WHERE ways & 32 <> 0),
      count(*) FILTER (WHERE ways & 15 <> 0 AND ways & 32 = 0),
      count(*) FILTER (WHERE ways & 15 = 0),
      count(*) FILTER (WHERE ways & 15 NOT IN (0, 1, 2, 4, 8))
    FROM person GROUP BY 1, 2, 3
    """;
  }
}
