-- The records of one church: :facts of them over two years, of which a fifth are people coming to services.
WITH made AS (
  INSERT INTO unit (id, parent_id, level, name, path)
  SELECT id, parent_id, level, name, path FROM (
    VALUES ('00000000-0000-4000-8000-000000000001'::uuid, NULL::uuid, 'national', 'Nation', 0),
      ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'regional', 'Region', 1),
      ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', 'campus', 'Campus 1', 2),
      ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000002', 'campus', 'Campus 2', 2)
  ) AS u (id, parent_id, level, name, depth)
  CROSS JOIN LATERAL (SELECT CASE depth
    WHEN 0 THEN u.id || '/'
    WHEN 1 THEN u.parent_id || '/' || u.id || '/'
    ELSE '00000000-0000-4000-8000-000000000001/' || u.parent_id || '/' || u.id || '/' END AS path) AS p
  RETURNING id)
SELECT count(*) FROM made;

INSERT INTO person (id, given_name, family_name, language, created_at)
SELECT md5('p' || n)::uuid, 'Ann', 'Lee', 'en', now() FROM generate_series(1, 300) AS n;

INSERT INTO fund (id, code, name, created_at)
SELECT md5('f' || n)::uuid, 'fund-' || n, 'Fund ' || n, now() FROM generate_series(1, 3) AS n;

INSERT INTO gathering (id, unit_id, name, held_on, headcount, created_at)
SELECT md5('g' || n || c)::uuid, ('00000000-0000-4000-8000-00000000000' || c)::uuid, 'Service',
  DATE '2024-01-07' + 7 * n, 500, now()
FROM generate_series(0, 103) AS n, generate_series(3, 4) AS c;

INSERT INTO attendance (gathering_id, person_id)
SELECT DISTINCT md5('g' || n % 104 || 3 + n % 2)::uuid,
  md5('p' || 1 + (hashint8(n) & 2147483647) % 300)::uuid
FROM generate_series(1, :facts * 55 / 100) AS n
ON CONFLICT DO NOTHING;

INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, created_at)
SELECT md5('p' || 1 + (hashint8(n + 7) & 2147483647) % 300)::uuid, md5('f' || 1 + n % 3)::uuid,
  ('00000000-0000-4000-8000-00000000000' || 3 + n % 2)::uuid, 100 + n % 9000, 'USD',
  DATE '2024-01-01' + (hashint8(n) & 2147483647) % 728, (ARRAY['cash', 'card', 'online'])[1 + n % 3], now()
FROM generate_series(1, :facts * 35 / 100) AS n;

INSERT INTO message_delivery (business_key, subject_id, channel, address, template, language, body, segments,
  status, created_at, at, unit_id)
SELECT 'm' || n, 'x', (ARRAY['sms', 'email'])[1 + n % 2], 'a', 't', 'en', 'b', 1 + n % 2, 'sent',
  TIMESTAMPTZ '2024-01-01 18:00Z' + (hashint8(n) & 2147483647) % 728 * INTERVAL '1 day', now(),
  ('00000000-0000-4000-8000-00000000000' || 3 + n % 2)::uuid
FROM generate_series(1, :facts * 5 / 100) AS n;

INSERT INTO guest (id, first_name, last_name, email, language, campaign, unit_id, stage, stage_since, created_at)
SELECT md5('v' || n)::uuid, 'Ann', 'Lee', n || '@guest.example', 'en', 'campaign-' || n % 3,
  ('00000000-0000-4000-8000-00000000000' || 3 + n % 2)::uuid, 'contacted', now(),
  TIMESTAMPTZ '2024-01-01 18:00Z' + (hashint8(n) & 2147483647) % 728 * INTERVAL '1 day'
FROM generate_series(1, :facts / 100) AS n;

INSERT INTO guest_stage_change (guest_id, to_stage, cause, at)
SELECT id, 'contacted', 'message-sent', created_at + (hashtext(email) & 63) * INTERVAL '1 hour' FROM guest;

INSERT INTO request (id, kind, area, unit_id, requester_id, title, status, submitted_at)
SELECT md5('r' || n)::uuid, 'expense', 'money', ('00000000-0000-4000-8000-00000000000' || 3 + n % 2)::uuid,
  md5('p1')::uuid, 'Chairs', 'submitted',
  TIMESTAMPTZ '2024-01-01 18:00Z' + (hashint8(n) & 2147483647) % 700 * INTERVAL '1 day'
FROM generate_series(1, :facts / 100) AS n;

INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state, opened_at, decided_at)
SELECT id, id, 1, 1, 1, 'campus-leader', 1, 'approved', submitted_at,
  submitted_at + (hashtext(id::text) & 63) * INTERVAL '1 hour'
FROM request
