package org.verger.analytics;

import org.springframework.stereotype.Component;

@Component
class MessageFigures implements FigureQuery {

  @Override
  public Subject subject() {
    return Subject.MESSAGES;
  }

  @Override
  public String recordDays() {
    return "SELECT (created_at AT TIME ZONE :zone)::date AS day FROM message_delivery";
  }

  @Override
  public String rows() {
    return """
    WITH message AS (
      SELECT (created_at AT TIME ZONE :zone)::date AS day,
        coalesce(unit_id, (SELECT id FROM unit WHERE parent_id IS NULL)) AS unit_id,
        channel, status, count(*) AS messages, sum(segments) AS segments,
        coalesce(sum(segments) FILTER (WHERE status = 'sent'), 0) AS sent
      FROM message_delivery
      WHERE created_at >= (CAST(:lo AS date)::timestamp AT TIME ZONE :zone)
        AND created_at < (CAST(:hi AS date)::timestamp AT TIME ZONE :zone)
      GROUP BY 1, 2, 3, 4)
    SELECT cal.grain, cal.starts_on, up.above_id, s.split, s.part, sum(messages)::bigint,
      sum(segments)::bigint, sum(sent)::bigint
    FROM message JOIN cal USING (day) JOIN up USING (unit_id)
    CROSS JOIN LATERAL (VALUES ('all', ''), ('channel', message.channel),
      ('status', message.status)) AS s (split, part)
    GROUP BY 1, 2, 3, 4, 5
    """;
  }
}
