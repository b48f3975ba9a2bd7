package org.verger.analytics;

import org.springframework.stereotype.Component;

@Component
class FunnelFigures implements FigureQuery {

  @Override
  public Subject subject() {
    return Subject.FUNNEL;
  }

  @Override
  public String recordDays() {
    return "SELECT (created_at AT TIME ZONE :zone)::date AS day FROM guest";
  }

  @Override
  public String rows() {
    return """
    WITH way AS (
      SELECT ARRAY['contacted', 'connected', 'decided', 'in-discipleship', 'member'] AS stages),
    card AS (
      SELECT id, created_at, (created_at AT TIME ZONE :zone)::date AS day, stage,
        coalesce(unit_id, (SELECT id FROM unit WHERE parent_id IS NULL)) AS unit_id,
        coalesce(campaign, '') AS campaign
      FROM guest
      WHERE created_at >= (CAST(:lo AS date)::timestamp AT TIME ZONE :zone)
        AND created_at < (CAST(:hi AS date)::timestamp AT TIME ZONE :zone)),
    story AS (
      SELECT c.guest_id, max(array_position(way.stages, c.to_stage)) AS reached,
        min(c.at) FILTER (WHERE c.to_stage = ANY (way.stages)) AS contacted_at
      FROM card JOIN guest_stage_change c ON c.guest_id = card.id CROSS JOIN way
      GROUP BY 1),
    came AS (
      SELECT card.day, card.unit_id, card.campaign,
        coalesce(greatest(story.reached, array_position(way.stages, card.stage)), 0) AS reached,
        card.stage IN ('opted-out', 'unreachable', 'duplicate', 'moved-away') AS gone,
        CASE WHEN story.contacted_at IS NOT NULL THEN
          greatest(0, extract(epoch FROM story.contacted_at - card.created_at))::bigint END AS waited
      FROM card CROSS JOIN way LEFT JOIN story ON story.guest_id = card.id)
    SELECT cal.grain, cal.starts_on, up.above_id, s.split, s.part, count(*),
      count(*) FILTER (WHERE reached >= 1), count(*) FILTER (WHERE reached >= 2),
      count(*) FILTER (WHERE reached >= 3), count(*) FILTER (WHERE reached >= 4),
      count(*) FILTER (WHERE reached >= 5), count(*) FILTER (WHERE gone),
      count(*) FILTER (WHERE waited <= 86400),
      count(*) FILTER (WHERE waited <= 172800),
      percentile_disc(0.5) WITHIN GROUP (ORDER BY waited),
      percentile_disc(0.9) WITHIN GROUP (ORDER BY waited)
    FROM came JOIN cal USING (day) JOIN up USING (unit_id)
    CROSS JOIN LATERAL (VALUES ('all', ''), ('campaign', came.campaign)) AS s (split, part)
    GROUP BY 1, 2, 3, 4, 5
    """;
  }
}
