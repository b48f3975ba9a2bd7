package org.verger.analytics;

import org.springframework.stereotype.Component;

@Component
class ApprovalFigures implements FigureQuery {

  @Override
  public Subject subject() {
    return Subject.APPROVALS;
  }

  @Override
  public String recordDays() {
    return """
    SELECT (moment AT TIME ZONE :zone)::date AS day
    FROM request r JOIN request_step s ON s.request_id = r.id
    CROSS JOIN LATERAL (VALUES (s.opened_at), (s.decided_at), (r.ended_at)) AS m (moment)
    WHERE moment IS NOT NULL
    """;
  }

  // A step that nobody has to decide any more ended with the decision after which that was so, or
  // with its request.
  @Override
  public String rows() {
    return """
    WITH span AS (
      SELECT CAST(:lo AS date)::timestamp AT TIME ZONE :zone AS lo,
        CAST(:hi AS date)::timestamp AT TIME ZONE :zone AS hi),
    touched AS (
      SELECT request_id FROM request_step, span WHERE opened_at >= span.lo AND opened_at < span.hi
      UNION
      SELECT request_id FROM request_step, span WHERE decided_at >= span.lo AND decided_at < span.hi
      UNION
      SELECT id FROM request, span WHERE ended_at >= span.lo AND ended_at < span.hi),
    step AS (
      SELECT r.unit_id, r.kind, s.role, s.opened_at, s.decided_at,
        s.decided_at IS NOT NULL AND s.state IN ('approved', 'declined', 'returned') AS decided,
        coalesce(s.decided_at, CASE WHEN s.state <> 'open' THEN coalesce(
          (SELECT max(other.decided_at) FROM request_step other
           WHERE other.request_id = s.request_id AND other.chain = s.chain
             AND other.decided_at > s.opened_at),
          r.ended_at, s.opened_at) END) AS closed_at
      FROM touched t JOIN request r ON r.id = t.request_id
      JOIN request_step s ON s.request_id = r.id
      WHERE s.opened_at IS NOT NULL),
    flow AS (
      SELECT (opened_at AT TIME ZONE :zone)::date AS day, unit_id, kind, role, 1 AS opened,
        0 AS closed, NULL::bigint AS took
      FROM step
      UNION ALL
      SELECT (closed_at AT TIME ZONE :zone)::date, unit_id, kind, role, 0, 1,
        CASE WHEN decided THEN extract(epoch FROM decided_at - opened_at)::bigint END
      FROM step WHERE closed_at IS NOT NULL)
    SELECT cal.grain, cal.starts_on, up.above_id, s.split, s.part, sum(opened)::bigint,
      sum(closed)::bigint, count(took), percentile_disc(0.5) WITHIN GROUP (ORDER BY took),
      percentile_disc(0.9) WITHIN GROUP (ORDER BY took)
    FROM flow JOIN cal USING (day) JOIN up USING (unit_id)
    CROSS JOIN LATERAL (VALUES ('all', ''), ('role', flow.role), ('kind', flow.kind))
      AS s (split, part)
    GROUP BY 1, 2, 3, 4, 5
    """;
  }
}
