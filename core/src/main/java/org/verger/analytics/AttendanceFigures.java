package org.verger.analytics;

import org.springframework.stereotype.Component;

@Component
class AttendanceFigures implements FigureQuery {

  @Override
  public Subject subject() {
    return Subject.ATTENDANCE;
  }

  @Override
  public Firsts firsts() {
    return new Firsts("attendance_first", "person_attendance");
  }

  @Override
  public String recordDays() {
    return "SELECT held_on AS day FROM gathering";
  }

  // Both halves are added up: a join of them is planned without knowing how many rows they are.
  @Override
  public String rows() {
    return """
    WITH held AS (
      SELECT id, unit_id, held_on AS day, headcount FROM gathering
      WHERE held_on >= :lo AND held_on < :hi),
    counted AS (
      SELECT cal.grain, cal.starts_on, up.above_id, sum(h.gatherings)::bigint AS gatherings,
        sum(h.counted)::bigint AS counted, coalesce(sum(h.headcount), 0)::bigint AS headcount
      FROM (
        SELECT unit_id, day, count(*) AS gatherings, count(headcount) AS counted,
          sum(headcount) AS headcount
        FROM held GROUP BY 1, 2) h
      JOIN cal USING (day) JOIN up USING (unit_id)
      GROUP BY 1, 2, 3),
    known AS (
      SELECT grain, starts_on, above_id, sum(present)::bigint AS present, count(*) AS people,
        count(*) FILTER (WHERE came_first) AS first_time
      FROM (
        SELECT cal.grain, cal.starts_on, up.above_id, a.person_id, count(*) AS present,
          bool_or(first.day = h.day) AS came_first
        FROM held h JOIN attendance a ON a.gathering_id = h.id
        LEFT JOIN first ON first.person_id = a.person_id
        JOIN cal ON cal.day = h.day JOIN up USING (unit_id)
        GROUP BY 1, 2, 3, 4) person
      GROUP BY 1, 2, 3)
    SELECT grain, starts_on, above_id, 'all', '', sum(gatherings)::bigint, sum(counted)::bigint,
      sum(headcount)::bigint, sum(present)::bigint, sum(people)::bigint, sum(first_time)::bigint
    FROM (
      SELECT *, 0 AS present, 0 AS people, 0 AS first_time FROM counted
      UNION ALL
      SELECT grain, starts_on, above_id, 0, 0, 0, present, people, first_time FROM known) AS figures
    GROUP BY 1, 2, 3
    """;
  }
}
