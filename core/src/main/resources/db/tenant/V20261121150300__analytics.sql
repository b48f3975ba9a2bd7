-- Figures by unit and period, rolled up from the records at night, and the days that have to be rolled up again.

-- A record that changed marks the days it touches, in the transaction that changed it. Rows are only added
-- and taken, never looked up, so that writers do not wait for each other; equal ones fall together when they
-- are taken. at stands for a day where the record has an instant: which local day it is, the roll-up knows.
CREATE TABLE rollup_change (
  subject text        NOT NULL,
  day     date,
  at      timestamptz,
  CHECK ((day IS NULL) <> (at IS NULL))
);

-- Until which day the nights have come.
CREATE TABLE rollup_state (
  subject text        PRIMARY KEY,
  through date        NOT NULL,
  at      timestamptz NOT NULL
);

-- In which zone the days of a subject's figures were told.
CREATE TABLE figure_zone (
  subject text PRIMARY KEY,
  zone    text NOT NULL
);

-- When somebody was first there, and first there, giving or joining; kept by the roll-ups, so that a change
-- which makes another day the first is noticed.
CREATE TABLE attendance_first (person_id uuid PRIMARY KEY, day date NOT NULL);
CREATE INDEX attendance_first_day ON attendance_first (day);
CREATE TABLE activity_first (person_id uuid PRIMARY KEY, day date NOT NULL);
CREATE INDEX activity_first_day ON activity_first (day);

-- Figures of a unit with all below it. grain is day, week (from Monday) or month; starts_on the first day of
-- the period. split says what the period is divided by, and part which of the parts it is; split is 'all' for
-- the undivided period.
CREATE TABLE figure_attendance (
  grain      text   NOT NULL,
  starts_on  date   NOT NULL,
  unit_id    uuid   NOT NULL,
  split      text   NOT NULL,
  part       text   NOT NULL,
  gatherings bigint NOT NULL,
  counted    bigint NOT NULL,
  headcount  bigint NOT NULL,
  present    bigint NOT NULL,
  people     bigint NOT NULL,
  first_time bigint NOT NULL,
  PRIMARY KEY (grain, starts_on, unit_id, split, part)
);

-- amount is in minor units of the currency. gifts and givers leave out what was taken back. Who gave is known for the undivided period only.
CREATE TABLE figure_giving (
  grain     text   NOT NULL,
  starts_on date   NOT NULL,
  unit_id   uuid   NOT NULL,
  split     text   NOT NULL CHECK (split IN ('all', 'fund', 'method')),
  part      text   NOT NULL,
  currency  text   NOT NULL,
  gifts     bigint NOT NULL,
  amount    bigint NOT NULL,
  givers    bigint,
  PRIMARY KEY (grain, starts_on, unit_id, split, part, currency)
);

-- Guests by the period they came in, and how far they have come until now; a stage counts those who went
-- beyond it too. Times from the first form to the first contact in seconds.
CREATE TABLE figure_funnel (
  grain         text   NOT NULL,
  starts_on     date   NOT NULL,
  unit_id       uuid   NOT NULL,
  split         text   NOT NULL CHECK (split IN ('all', 'campaign')),
  part          text   NOT NULL,
  guests        bigint NOT NULL,
  contacted     bigint NOT NULL,
  connected     bigint NOT NULL,
  decided       bigint NOT NULL,
  in_discipleship bigint NOT NULL,
  members       bigint NOT NULL,
  left_way      bigint NOT NULL,
  within_24h    bigint NOT NULL,
  within_48h    bigint NOT NULL,
  contact_p50   bigint,
  contact_p90   bigint,
  PRIMARY KEY (grain, starts_on, unit_id, split, part)
);

-- What waits at the end of a period is opened less closed, summed up to it. Times per decided step in seconds.
CREATE TABLE figure_approvals (
  grain     text   NOT NULL,
  starts_on date   NOT NULL,
  unit_id   uuid   NOT NULL,
  split     text   NOT NULL CHECK (split IN ('all', 'role', 'kind')),
  part      text   NOT NULL,
  opened    bigint NOT NULL,
  closed    bigint NOT NULL,
  decided   bigint NOT NULL,
  step_p50  bigint,
  step_p90  bigint,
  PRIMARY KEY (grain, starts_on, unit_id, split, part)
);

-- People who were there, gave, joined a group or met in it, or came to an event. newcomers: their first
-- activity of all falls in the period; came_back: the other active ones; lapsed: active in the period before
-- and not in this one; engaged: active in two ways or more.
CREATE TABLE figure_retention (
  grain      text   NOT NULL,
  starts_on  date   NOT NULL,
  unit_id    uuid   NOT NULL,
  split      text   NOT NULL,
  part       text   NOT NULL,
  active     bigint NOT NULL,
  attended   bigint NOT NULL,
  gave       bigint NOT NULL,
  in_groups  bigint NOT NULL,
  at_events  bigint NOT NULL,
  newcomers  bigint NOT NULL,
  came_back  bigint NOT NULL,
  lapsed     bigint NOT NULL,
  engaged    bigint NOT NULL,
  PRIMARY KEY (grain, starts_on, unit_id, split, part)
);

CREATE TABLE figure_messages (
  grain         text   NOT NULL,
  starts_on     date   NOT NULL,
  unit_id       uuid   NOT NULL,
  split         text   NOT NULL CHECK (split IN ('all', 'channel', 'status')),
  part          text   NOT NULL,
  messages      bigint NOT NULL,
  segments      bigint NOT NULL,
  sent_segments bigint NOT NULL,
  PRIMARY KEY (grain, starts_on, unit_id, split, part)
);

-- What a segment costs, in millionths of the currency.
CREATE TABLE message_price (
  channel  text   PRIMARY KEY CHECK (channel IN ('sms', 'email')),
  micros   bigint NOT NULL CHECK (micros >= 0),
  currency text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$')
);

-- What the checks found in the days that a night, or a back-fill from a day on, was about to roll up. A night
-- has no first day. print tells whether the same records were found again.
CREATE TABLE check_finding (
  from_day    date        NOT NULL,
  through_day date        NOT NULL,
  name        text        NOT NULL,
  subject     text        NOT NULL,
  holds       boolean     NOT NULL,
  what        text        NOT NULL,
  remedy      text        NOT NULL,
  found       bigint      NOT NULL CHECK (found > 0),
  examples    text[]      NOT NULL,
  print       text        NOT NULL,
  at          timestamptz NOT NULL,
  released_by uuid        REFERENCES person,
  released_at timestamptz,
  PRIMARY KEY (from_day, through_day, name)
);
CREATE INDEX check_finding_at ON check_finding (at);

CREATE INDEX group_member_since ON group_member (since);
CREATE INDEX message_delivery_created ON message_delivery (created_at);
CREATE INDEX request_step_opened ON request_step (opened_at);
CREATE INDEX request_step_decided ON request_step (decided_at);
CREATE INDEX request_ended ON request (ended_at);

-- A unit and all above it, itself included.
CREATE VIEW unit_above AS
SELECT u.id AS unit_id, above.id::uuid AS above_id
FROM unit u CROSS JOIN LATERAL unnest(string_to_array(rtrim(u.path, '/'), '/')) AS above (id);

CREATE VIEW person_attendance AS
SELECT a.person_id, g.held_on AS day FROM gathering g JOIN attendance a ON a.gathering_id = g.id;

-- A gift that was taken back, and what took it back, count in sums only: they stand for nothing given.
CREATE VIEW gift AS
SELECT c.id, c.person_id, c.unit_id, c.fund_id, c.method, c.currency, c.amount, c.given_on AS day,
  c.takes_back IS NULL AND back.id IS NULL AS stands
FROM contribution c
LEFT JOIN contribution back ON back.takes_back = c.id AND back.takes_back IS NOT NULL;

-- way: 1 was there, 2 gave, 4 joined a group or met in it, 8 came to an event.
CREATE VIEW person_activity AS
SELECT a.person_id, g.unit_id, g.held_on AS day,
  CASE WHEN g.group_id IS NOT NULL THEN 4 WHEN g.event_id IS NOT NULL THEN 8 ELSE 1 END AS way
FROM gathering g JOIN attendance a ON a.gathering_id = g.id
UNION ALL
SELECT person_id, unit_id, day, 2 FROM gift WHERE person_id IS NOT NULL AND stands
UNION ALL
SELECT m.person_id, g.unit_id, m.since, 4 FROM group_member m JOIN ministry_group g ON g.id = m.group_id;

CREATE FUNCTION mark_gathering() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, day)
    SELECT subject, held_on FROM (SELECT DISTINCT held_on FROM new_rows) AS d,
      unnest(ARRAY['attendance', 'retention']) AS subject;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, day)
    SELECT subject, held_on FROM (SELECT DISTINCT held_on FROM old_rows) AS d,
      unnest(ARRAY['attendance', 'retention']) AS subject;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_attendance() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, day)
    SELECT subject, held_on
    FROM (SELECT DISTINCT held_on FROM gathering
          WHERE id IN (SELECT gathering_id FROM new_rows)) AS d,
      unnest(ARRAY['attendance', 'retention']) AS subject;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, day)
    SELECT subject, held_on
    FROM (SELECT DISTINCT held_on FROM gathering
          WHERE id IN (SELECT gathering_id FROM old_rows)) AS d,
      unnest(ARRAY['attendance', 'retention']) AS subject;
  END IF;
  RETURN NULL;
END $$;

-- Taking a gift back changes its day too. Looked up only then: an import adds many rows and takes none back.
CREATE FUNCTION mark_contribution() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, day)
    SELECT subject, given_on FROM (SELECT DISTINCT given_on FROM new_rows) AS d,
      unnest(ARRAY['giving', 'retention']) AS subject;
    IF EXISTS (SELECT FROM new_rows WHERE takes_back IS NOT NULL) THEN
      INSERT INTO rollup_change (subject, day)
      SELECT subject, given_on
      FROM (SELECT DISTINCT given_on FROM contribution
            WHERE id IN (SELECT takes_back FROM new_rows)) AS d,
        unnest(ARRAY['giving', 'retention']) AS subject;
    END IF;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, day)
    SELECT subject, given_on FROM (SELECT DISTINCT given_on FROM old_rows) AS d,
      unnest(ARRAY['giving', 'retention']) AS subject;
    IF EXISTS (SELECT FROM old_rows WHERE takes_back IS NOT NULL) THEN
      INSERT INTO rollup_change (subject, day)
      SELECT subject, given_on
      FROM (SELECT DISTINCT given_on FROM contribution
            WHERE id IN (SELECT takes_back FROM old_rows)) AS d,
        unnest(ARRAY['giving', 'retention']) AS subject;
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_group_member() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, day) SELECT DISTINCT 'retention', since FROM new_rows;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, day) SELECT DISTINCT 'retention', since FROM old_rows;
  END IF;
  RETURN NULL;
END $$;

-- A group that moves takes those who joined it along.
CREATE FUNCTION mark_ministry_group() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO rollup_change (subject, day)
  SELECT DISTINCT 'retention', m.since
  FROM new_rows n JOIN old_rows o USING (id) JOIN group_member m ON m.group_id = n.id
  WHERE n.unit_id <> o.unit_id;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_guest() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'funnel', date_bin('15 minutes', created_at, 'epoch') FROM new_rows;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'funnel', date_bin('15 minutes', created_at, 'epoch') FROM old_rows;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_guest_stage() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'funnel', date_bin('15 minutes', created_at, 'epoch')
    FROM guest WHERE id IN (SELECT guest_id FROM new_rows);
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'funnel', date_bin('15 minutes', created_at, 'epoch')
    FROM guest WHERE id IN (SELECT guest_id FROM old_rows);
  END IF;
  RETURN NULL;
END $$;

-- Steps of a request can end by what is decided at another one, so all of the request's days are marked.
CREATE FUNCTION mark_request_step() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'approvals', date_bin('15 minutes', moment, 'epoch')
    FROM request r JOIN request_step s ON s.request_id = r.id,
      unnest(ARRAY[s.opened_at, s.decided_at, r.ended_at]) AS moment
    WHERE r.id IN (SELECT request_id FROM new_rows) AND moment IS NOT NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'approvals', date_bin('15 minutes', moment, 'epoch')
    FROM old_rows o, unnest(ARRAY[o.opened_at, o.decided_at]) AS moment
    WHERE moment IS NOT NULL;
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'approvals', date_bin('15 minutes', moment, 'epoch')
    FROM request r JOIN request_step s ON s.request_id = r.id,
      unnest(ARRAY[s.opened_at, s.decided_at, r.ended_at]) AS moment
    WHERE r.id IN (SELECT request_id FROM old_rows) AND moment IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_request() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'approvals', date_bin('15 minutes', moment, 'epoch')
    FROM new_rows n JOIN old_rows o USING (id) JOIN request_step s ON s.request_id = n.id,
      unnest(ARRAY[s.opened_at, s.decided_at, n.ended_at, o.ended_at]) AS moment
    WHERE moment IS NOT NULL
      AND (n.unit_id <> o.unit_id OR n.kind <> o.kind OR n.ended_at IS DISTINCT FROM o.ended_at);
  ELSE
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'approvals', date_bin('15 minutes', ended_at, 'epoch')
    FROM old_rows WHERE ended_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_message_delivery() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'messages', date_bin('15 minutes', created_at, 'epoch') FROM new_rows;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_change (subject, at)
    SELECT DISTINCT 'messages', date_bin('15 minutes', created_at, 'epoch') FROM old_rows;
  END IF;
  RETURN NULL;
END $$;

-- A unit that moves takes the figures of all days along; the root takes what belonged to no unit.
CREATE FUNCTION mark_unit() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM new_rows WHERE parent_id IS NULL) THEN
      INSERT INTO rollup_change (subject, at)
      SELECT DISTINCT 'funnel', date_bin('15 minutes', created_at, 'epoch') FROM guest WHERE unit_id IS NULL
      UNION ALL
      SELECT DISTINCT 'messages', date_bin('15 minutes', created_at, 'epoch')
      FROM message_delivery WHERE unit_id IS NULL;
    END IF;
  ELSIF EXISTS (SELECT FROM new_rows n JOIN old_rows o USING (id) WHERE n.path <> o.path) THEN
    INSERT INTO rollup_change (subject, day)
    SELECT DISTINCT 'attendance', starts_on FROM figure_attendance WHERE grain = 'day'
    UNION SELECT 'giving', starts_on FROM figure_giving WHERE grain = 'day'
    UNION SELECT 'funnel', starts_on FROM figure_funnel WHERE grain = 'day'
    UNION SELECT 'approvals', starts_on FROM figure_approvals WHERE grain = 'day'
    UNION SELECT 'retention', starts_on FROM figure_retention WHERE grain = 'day'
    UNION SELECT 'messages', starts_on FROM figure_messages WHERE grain = 'day';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  record_table text;
BEGIN
  FOREACH record_table IN ARRAY ARRAY['gathering', 'attendance', 'contribution', 'group_member', 'guest',
      'message_delivery', 'request_step'] LOOP
    EXECUTE format('CREATE TRIGGER rollup_insert AFTER INSERT ON %1$I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION mark_%1$s()', record_table);
    EXECUTE format('CREATE TRIGGER rollup_update AFTER UPDATE ON %1$I REFERENCING NEW TABLE AS new_rows
      OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_%1$s()', record_table);
    EXECUTE format('CREATE TRIGGER rollup_delete AFTER DELETE ON %1$I REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION mark_%1$s()', record_table);
  END LOOP;
END $$;

CREATE TRIGGER rollup_insert AFTER INSERT ON guest_stage_change REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_guest_stage();
CREATE TRIGGER rollup_update AFTER UPDATE ON guest_stage_change
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_guest_stage();
CREATE TRIGGER rollup_delete AFTER DELETE ON guest_stage_change REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_guest_stage();
CREATE TRIGGER rollup_update AFTER UPDATE ON request REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_request();
CREATE TRIGGER rollup_delete AFTER DELETE ON request REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_request();
CREATE TRIGGER rollup_update AFTER UPDATE ON ministry_group
  REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_ministry_group();
CREATE TRIGGER rollup_insert AFTER INSERT ON unit REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_unit();
CREATE TRIGGER rollup_update AFTER UPDATE ON unit REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION mark_unit();

-- What is there already belongs to the first night.
INSERT INTO rollup_change (subject, day)
SELECT DISTINCT 'attendance', held_on FROM gathering
UNION SELECT 'giving', given_on FROM contribution
UNION SELECT 'retention', day FROM person_activity;
INSERT INTO rollup_change (subject, at)
SELECT DISTINCT 'funnel', date_bin('15 minutes', created_at, 'epoch') FROM guest
UNION SELECT 'messages', date_bin('15 minutes', created_at, 'epoch') FROM message_delivery
UNION SELECT 'approvals', date_bin('15 minutes', moment, 'epoch')
FROM request r JOIN request_step s ON s.request_id = r.id,
  unnest(ARRAY[s.opened_at, s.decided_at, r.ended_at]) AS moment
WHERE moment IS NOT NULL;
