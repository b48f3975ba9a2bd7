-- Something for every step to do, with ids that are the same in each church.
INSERT INTO unit (id, parent_id, level, name, path) VALUES
  ('00000000-0000-4000-8000-000000000001', NULL, 'national', 'Nation',
   '00000000-0000-4000-8000-000000000001/'),
  ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'campus', 'Campus',
   '00000000-0000-4000-8000-000000000001/00000000-0000-4000-8000-000000000002/');

INSERT INTO person (id, given_name, family_name, email, language, created_at)
SELECT md5('p' || n)::uuid, 'Ann', 'Lee', 'p' || n || '@x.example', 'en', now() FROM generate_series(1, 6) AS n;

INSERT INTO role_holding (id, person_id, unit_id, role, since)
VALUES (md5('h')::uuid, md5('p5')::uuid, '00000000-0000-4000-8000-000000000002', 'campus-leader', now());

INSERT INTO weekly_report (week, person_id, not_before) VALUES ('2026-11-09', md5('p4')::uuid, '2100-01-01Z');

INSERT INTO fund (id, code, name, created_at) VALUES (md5('f')::uuid, 'missions', 'Missions', now());

INSERT INTO gathering (id, unit_id, name, held_on, headcount, created_at)
SELECT md5('g' || n)::uuid, '00000000-0000-4000-8000-000000000002', 'Service', DATE '2026-10-04' + 7 * n, 40, now()
FROM generate_series(0, 5) AS n;

INSERT INTO attendance (gathering_id, person_id)
SELECT md5('g' || n)::uuid, md5('p' || 1 + n % m)::uuid FROM generate_series(0, 5) AS n, generate_series(1, 3) AS m
ON CONFLICT DO NOTHING;

INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, created_at)
SELECT md5('p' || n % 5 + 1)::uuid, md5('f')::uuid, '00000000-0000-4000-8000-000000000002', 100 * n, 'USD',
  DATE '2026-10-01' + n, 'cash', now()
FROM generate_series(1, 45) AS n;

INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, created_at)
SELECT md5('p' || n % 6 + 1)::uuid, md5('f')::uuid, '00000000-0000-4000-8000-000000000002', 7 * n, 'USD',
  DATE '2025-11-01' + n, 'cash', now()
FROM generate_series(1, 18) AS n;

INSERT INTO guest (id, first_name, last_name, email, language, unit_id, stage, stage_since, created_at)
SELECT md5('v' || n)::uuid, 'Ann', 'Lee', n || '@guest.example', 'en', '00000000-0000-4000-8000-000000000002',
  'contacted', now(), TIMESTAMPTZ '2026-10-04 18:00Z' + n * INTERVAL '1 day'
FROM generate_series(1, 20) AS n;

INSERT INTO guest_stage_change (guest_id, to_stage, cause, at)
SELECT id, 'contacted', 'staff', created_at + INTERVAL '5 hours' FROM guest;

INSERT INTO request (id, kind, area, unit_id, requester_id, title, status, submitted_at)
SELECT md5('r' || n)::uuid, 'expense', 'money', '00000000-0000-4000-8000-000000000002', md5('p1')::uuid, 'Chairs',
  'submitted', TIMESTAMPTZ '2026-10-04 18:00Z' + n * INTERVAL '1 day'
FROM generate_series(1, 10) AS n;

INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state, opened_at, decided_at)
SELECT id, id, 1, 1, 1, 'campus-leader', 1, 'approved', submitted_at, submitted_at + INTERVAL '9 hours' FROM request;

INSERT INTO message_delivery (business_key, subject_id, channel, address, template, language, body, segments, status,
  created_at, at, unit_id)
SELECT 'm' || n, 'x', 'sms', 'a', 't', 'en', 'b', 1, 'sent', TIMESTAMPTZ '2026-10-04 18:00Z' + n * INTERVAL '1 day',
  now(), '00000000-0000-4000-8000-000000000002'
FROM generate_series(1, 20) AS n;

INSERT INTO sandbox_message (key, channel, address, body, at)
SELECT 's' || n, 'sms', '+13125550100', 'Hello', TIMESTAMPTZ '2025-01-01Z' + n * INTERVAL '1 hour'
FROM generate_series(1, 1500) AS n;

INSERT INTO idempotent_answer (person_id, key, fingerprint, at)
SELECT md5('p1')::uuid, 'k' || n, 'f', TIMESTAMPTZ '2025-01-01Z' FROM generate_series(1, 1500) AS n;

INSERT INTO task_link (hash, step_id, turn, person_id, expires_at)
SELECT sha256(('l' || n)::bytea), md5('r1')::uuid, n, md5('p1')::uuid, TIMESTAMPTZ '2025-01-01Z'
FROM generate_series(1, 1500) AS n
