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
    SELECT grain, starts_on, above_id, 'all', '', gatherings, counted, headcount,
      coalesce(present, 0), coalesce(people, 0), coalesce(first_time, 0)
    FROM counted LEFT JOIN known USING (grain, starts_on, above_id)
    """;
  }
}
