-- All figures of a church until a day in one statement, as somebody would write it who has nothing else to think of:
-- no days that changed, no first days to keep, the three grains made on the way.
WITH up AS MATERIALIZED (SELECT unit_id, above_id FROM unit_above),
seen AS MATERIALIZED (
  SELECT day, unit_id, person_id, bit_or(way) AS ways FROM person_activity WHERE day <= CAST(:through AS date) GROUP BY 1, 2, 3),
first_there AS MATERIALIZED (SELECT person_id, min(day) AS day FROM person_attendance GROUP BY 1),
first_seen AS MATERIALIZED (SELECT person_id, min(day) AS day FROM seen GROUP BY 1),
attendance_counted AS (
  SELECT g.grain, g.starts_on, up.above_id, sum(h.gatherings)::bigint AS gatherings,
    sum(h.counted)::bigint AS counted, coalesce(sum(h.headcount), 0)::bigint AS headcount
  FROM (
    SELECT unit_id, held_on AS day, count(*) AS gatherings, count(headcount) AS counted, sum(headcount) AS headcount
    FROM gathering WHERE held_on <= CAST(:through AS date) GROUP BY 1, 2) h
  CROSS JOIN LATERAL (VALUES ('day', h.day), ('week', date_trunc('week', h.day::timestamp)::date),
    ('month', date_trunc('month', h.day::timestamp)::date)) AS g (grain, starts_on)
  JOIN up USING (unit_id) GROUP BY 1, 2, 3),
attendance_known AS (
  SELECT grain, starts_on, above_id, sum(present)::bigint AS present, count(*) AS people,
    count(*) FILTER (WHERE came_first) AS first_time
  FROM (
    SELECT g.grain, g.starts_on, up.above_id, a.person_id, count(*) AS present, bool_or(f.day = g.day) AS came_first
    FROM (
      SELECT id, unit_id, held_on AS day, grain, starts_on FROM gathering
      CROSS JOIN LATERAL (VALUES ('day', held_on), ('week', date_trunc('week', held_on::timestamp)::date),
        ('month', date_trunc('month', held_on::timestamp)::date)) AS g (grain, starts_on)
      WHERE held_on <= CAST(:through AS date)) g
    JOIN attendance a ON a.gathering_id = g.id JOIN first_there f ON f.person_id = a.person_id
    JOIN up USING (unit_id) GROUP BY 1, 2, 3, 4) p
  GROUP BY 1, 2, 3),
attendance_done AS (
  INSERT INTO figure_attendance
  SELECT grain, starts_on, above_id, 'all', '', sum(gatherings)::bigint, sum(counted)::bigint, sum(headcount)::bigint,
    sum(present)::bigint, sum(people)::bigint, sum(first_time)::bigint
  FROM (
    SELECT *, 0 AS present, 0 AS people, 0 AS first_time FROM attendance_counted
    UNION ALL
    SELECT grain, starts_on, above_id, 0, 0, 0, present, people, first_time FROM attendance_known) f
  GROUP BY 1, 2, 3),
given AS MATERIALIZED (
  SELECT day, unit_id, currency, fund_id, method, person_id, count(*) FILTER (WHERE stands) AS gifts,
    sum(amount)::bigint AS amount
  FROM gift WHERE day <= CAST(:through AS date) GROUP BY 1, 2, 3, 4, 5, 6),
giving_sums AS (
  SELECT g.grain, g.starts_on, up.above_id, s.currency, grouping(s.fund_id) = 0 AS by_fund,
    grouping(s.method) = 0 AS by_method, s.fund_id, s.method, sum(s.gifts)::bigint AS gifts,
    sum(s.amount)::bigint AS amount
  FROM (
    SELECT day, unit_id, currency, fund_id, method, sum(gifts)::bigint AS gifts, sum(amount)::bigint AS amount
    FROM given GROUP BY 1, 2, 3, 4, 5) s
  CROSS JOIN LATERAL (VALUES ('day', s.day), ('week', date_trunc('week', s.day::timestamp)::date),
    ('month', date_trunc('month', s.day::timestamp)::date)) AS g (grain, starts_on)
  JOIN up USING (unit_id)
  GROUP BY g.grain, g.starts_on, up.above_id, s.currency, GROUPING SETS ((), (s.fund_id), (s.method))),
giving_givers AS (
  SELECT grain, starts_on, above_id, currency, count(*) AS givers
  FROM (
    SELECT DISTINCT g.grain, g.starts_on, up.above_id, given.currency, given.person_id
    FROM given
    CROSS JOIN LATERAL (VALUES ('day', given.day), ('week', date_trunc('week', given.day::timestamp)::date),
      ('month', date_trunc('month', given.day::timestamp)::date)) AS g (grain, starts_on)
    JOIN up USING (unit_id) WHERE given.person_id IS NOT NULL AND given.gifts > 0) d
  GROUP BY 1, 2, 3, 4),
giving_done AS (
  INSERT INTO figure_giving
  SELECT grain, starts_on, above_id, split, part, currency, sum(gifts)::bigint, sum(amount)::bigint, sum(givers)::bigint
  FROM (
    SELECT grain, starts_on, above_id, CASE WHEN by_fund THEN 'fund' WHEN by_method THEN 'method' ELSE 'all' END AS split,
      CASE WHEN by_fund THEN coalesce(fund_id::text, '') WHEN by_method THEN method ELSE '' END AS part,
      currency, gifts, amount, CASE WHEN NOT by_fund AND NOT by_method THEN 0 END AS givers
    FROM giving_sums
    UNION ALL
    SELECT grain, starts_on, above_id, 'all', '', currency, 0, 0, givers FROM giving_givers) f
  GROUP BY 1, 2, 3, 4, 5, 6),
way AS (SELECT ARRAY['contacted', 'connected', 'decided', 'in-discipleship', 'member'] AS stages),
story AS (
  SELECT c.guest_id, max(array_position(way.stages, c.to_stage)) AS reached,
    min(c.at) FILTER (WHERE c.to_stage = ANY (way.stages)) AS contacted_at
  FROM guest_stage_change c CROSS JOIN way GROUP BY 1),
came AS (
  SELECT (guest.created_at AT TIME ZONE :zone)::date AS day, coalesce(campaign, '') AS campaign,
    coalesce(unit_id, (SELECT id FROM unit WHERE parent_id IS NULL)) AS unit_id,
    coalesce(greatest(story.reached, array_position(way.stages, guest.stage)), 0) AS reached,
    stage IN ('opted-out', 'unreachable', 'duplicate', 'moved-away') AS gone,
    CASE WHEN contacted_at IS NOT NULL THEN greatest(0, extract(epoch FROM contacted_at - created_at))::bigint END AS waited
  FROM guest CROSS JOIN way LEFT JOIN story ON story.guest_id = guest.id
  WHERE created_at < (CAST(:through AS date) + 1)::timestamp AT TIME ZONE :zone),
funnel_done AS (
  INSERT INTO figure_funnel
  SELECT g.grain, g.starts_on, up.above_id, s.split, s.part, count(*), count(*) FILTER (WHERE reached >= 1),
    count(*) FILTER (WHERE reached >= 2), count(*) FILTER (WHERE reached >= 3), count(*) FILTER (WHERE reached >= 4),
    count(*) FILTER (WHERE reached >= 5), count(*) FILTER (WHERE gone), count(*) FILTER (WHERE waited <= 86400),
    count(*) FILTER (WHERE waited <= 172800), percentile_disc(0.5) WITHIN GROUP (ORDER BY waited),
    percentile_disc(0.9) WITHIN GROUP (ORDER BY waited)
  FROM came
  CROSS JOIN LATERAL (VALUES ('day', day), ('week', date_trunc('week', day::timestamp)::date),
    ('month', date_trunc('month', day::timestamp)::date)) AS g (grain, starts_on)
  JOIN up USING (unit_id)
  CROSS JOIN LATERAL (VALUES ('all', ''), ('campaign', came.campaign)) AS s (split, part)
  GROUP BY 1, 2, 3, 4, 5),
step AS (
  SELECT r.unit_id, r.kind, s.role, s.opened_at, s.decided_at,
    s.decided_at IS NOT NULL AND s.state IN ('approved', 'declined', 'returned') AS decided,
    coalesce(s.decided_at, CASE WHEN s.state <> 'open' THEN coalesce(
      (SELECT max(o.decided_at) FROM request_step o
       WHERE o.request_id = s.request_id AND o.chain = s.chain AND o.decided_at > s.opened_at),
      r.ended_at, s.opened_at) END) AS closed_at
  FROM request r JOIN request_step s ON s.request_id = r.id WHERE s.opened_at IS NOT NULL),
flow AS (
  SELECT (opened_at AT TIME ZONE :zone)::date AS day, unit_id, kind, role, 1 AS opened, 0 AS closed, NULL::bigint AS took
  FROM step WHERE opened_at < (CAST(:through AS date) + 1)::timestamp AT TIME ZONE :zone
  UNION ALL
  SELECT (closed_at AT TIME ZONE :zone)::date, unit_id, kind, role, 0, 1,
    CASE WHEN decided THEN extract(epoch FROM decided_at - opened_at)::bigint END
  FROM step WHERE closed_at < (CAST(:through AS date) + 1)::timestamp AT TIME ZONE :zone),
approvals_done AS (
  INSERT INTO figure_approvals
  SELECT g.grain, g.starts_on, up.above_id, s.split, s.part, sum(opened)::bigint, sum(closed)::bigint, count(took),
    percentile_disc(0.5) WITHIN GROUP (ORDER BY took), percentile_disc(0.9) WITHIN GROUP (ORDER BY took)
  FROM flow
  CROSS JOIN LATERAL (VALUES ('day', day), ('week', date_trunc('week', day::timestamp)::date),
    ('month', date_trunc('month', day::timestamp)::date)) AS g (grain, starts_on)
  JOIN up USING (unit_id)
  CROSS JOIN LATERAL (VALUES ('all', ''), ('role', flow.role), ('kind', flow.kind)) AS s (split, part)
  GROUP BY 1, 2, 3, 4, 5),
retention_person AS (
  SELECT g.grain, g.starts_on, up.above_id, s.person_id,
    bit_or(CASE WHEN g.before THEN 16 WHEN f.day = s.day THEN s.ways | 32 ELSE s.ways END) AS ways
  FROM seen s JOIN first_seen f ON f.person_id = s.person_id
  CROSS JOIN LATERAL (VALUES ('day', s.day, false), ('day', s.day + 1, true),
    ('week', date_trunc('week', s.day::timestamp)::date, false),
    ('week', date_trunc('week', s.day::timestamp)::date + 7, true),
    ('month', date_trunc('month', s.day::timestamp)::date, false),
    ('month', (date_trunc('month', s.day::timestamp) + INTERVAL '1 month')::date, true)) AS g (grain, starts_on, before)
  JOIN up USING (unit_id) GROUP BY 1, 2, 3, 4),
retention_done AS (
  INSERT INTO figure_retention
  SELECT grain, starts_on, above_id, 'all', '', count(*) FILTER (WHERE ways & 15 <> 0),
    count(*) FILTER (WHERE ways & 1 <> 0), count(*) FILTER (WHERE ways & 2 <> 0), count(*) FILTER (WHERE ways & 4 <> 0),
    count(*) FILTER (WHERE ways & 8 <> 0), count(*) FILTER (WHERE ways & 32 <> 0),
    count(*) FILTER (WHERE ways & 15 <> 0 AND ways & 32 = 0), count(*) FILTER (WHERE ways & 15 = 0),
    count(*) FILTER (WHERE ways & 15 NOT IN (0, 1, 2, 4, 8))
  FROM retention_person GROUP BY 1, 2, 3),
message AS (
  SELECT (created_at AT TIME ZONE :zone)::date AS day,
    coalesce(unit_id, (SELECT id FROM unit WHERE parent_id IS NULL)) AS unit_id, channel, status, count(*) AS messages,
    sum(segments) AS segments, coalesce(sum(segments) FILTER (WHERE status = 'sent'), 0) AS sent
  FROM message_delivery WHERE created_at < (CAST(:through AS date) + 1)::timestamp AT TIME ZONE :zone
  GROUP BY 1, 2, 3, 4)
INSERT INTO figure_messages
SELECT g.grain, g.starts_on, up.above_id, s.split, s.part, sum(messages)::bigint, sum(segments)::bigint, sum(sent)::bigint
FROM message
CROSS JOIN LATERAL (VALUES ('day', day), ('week', date_trunc('week', day::timestamp)::date),
  ('month', date_trunc('month', day::timestamp)::date)) AS g (grain, starts_on)
JOIN up USING (unit_id)
CROSS JOIN LATERAL (VALUES ('all', ''), ('channel', message.channel), ('status', message.status)) AS s (split, part)
GROUP BY 1, 2, 3, 4, 5
