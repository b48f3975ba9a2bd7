CREATE TABLE campaign (
  code    text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  source  text NOT NULL CHECK (source <> ''),
  unit_id uuid NOT NULL REFERENCES unit
);

-- The campaign is kept as it was given: an old card must not cost the church a guest.
CREATE TABLE guest (
  id          uuid        PRIMARY KEY,
  first_name  text        NOT NULL CHECK (first_name <> ''),
  last_name   text        NOT NULL,
  phone       text        UNIQUE CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email       text        UNIQUE CHECK (email = lower(email)),
  language    text        NOT NULL,
  campaign    text,
  unit_id     uuid        REFERENCES unit,
  stage       text        NOT NULL CHECK (stage IN ('new', 'contacted', 'connected', 'decided',
    'in-discipleship', 'member', 'opted-out', 'unreachable', 'duplicate', 'moved-away')),
  stage_since timestamptz NOT NULL,
  created_at  timestamptz NOT NULL,
  version     integer     NOT NULL DEFAULT 1,
  CHECK (phone IS NOT NULL OR email IS NOT NULL)
);
CREATE INDEX guest_stage ON guest (stage, stage_since DESC, id);
CREATE INDEX guest_created ON guest (created_at DESC, id DESC);
CREATE INDEX guest_unit ON guest (unit_id);

CREATE TABLE guest_stage_change (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  guest_id   uuid        NOT NULL REFERENCES guest,
  from_stage text,
  to_stage   text        NOT NULL,
  cause      text        NOT NULL,
  person_id  uuid        REFERENCES person,
  at         timestamptz NOT NULL
);
CREATE INDEX guest_stage_change_guest ON guest_stage_change (guest_id, id);

CREATE TABLE guest_activity (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  guest_id  uuid        NOT NULL REFERENCES guest,
  kind      text        NOT NULL,
  result    text,
  detail    text,
  person_id uuid        REFERENCES person,
  at        timestamptz NOT NULL
);
CREATE INDEX guest_activity_guest ON guest_activity (guest_id, id);

CREATE TABLE guest_decision (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  guest_id  uuid        NOT NULL REFERENCES guest,
  kind      text        NOT NULL CHECK (kind IN ('salvation', 'baptism', 'membership', 'recommitment')),
  person_id uuid        REFERENCES person,
  at        timestamptz NOT NULL
);
CREATE INDEX guest_decision_guest ON guest_decision (guest_id);

-- The primary key is what makes it one follow-up per guest.
CREATE TABLE guest_follow_up (
  guest_id      uuid        PRIMARY KEY REFERENCES guest,
  started_at    timestamptz NOT NULL,
  thank_you_at  timestamptz NOT NULL,
  email_at      timestamptz NOT NULL,
  call_due_at   timestamptz NOT NULL,
  escalate_at   timestamptz NOT NULL,
  invitation_at timestamptz NOT NULL,
  check_in_at   timestamptz NOT NULL,
  close_at      timestamptz NOT NULL,
  ended_at      timestamptz,
  exit          text
);

-- Somebody gave the phone of one guest and the e-mail of another.
CREATE TABLE guest_possible_duplicate (
  guest_id uuid        NOT NULL REFERENCES guest,
  other_id uuid        NOT NULL REFERENCES guest,
  at       timestamptz NOT NULL,
  PRIMARY KEY (guest_id, other_id)
);

-- The key is the engine's, as the projection gives it. It makes it one decision per task.
CREATE TABLE guest_task (
  task_key  bigint      PRIMARY KEY,
  guest_id  uuid        NOT NULL REFERENCES guest,
  kind      text        NOT NULL,
  outcome   text        NOT NULL,
  person_id uuid        NOT NULL REFERENCES person,
  at        timestamptz NOT NULL
);
CREATE INDEX guest_task_guest ON guest_task (guest_id);

-- Days are counted from the day of the form; times are local.
CREATE TABLE guest_follow_up_setting (
  only_row         boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  email_after_days integer NOT NULL DEFAULT 1 CHECK (email_after_days >= 0),
  email_time       time    NOT NULL DEFAULT '09:00',
  call_due_hours   integer NOT NULL DEFAULT 24 CHECK (call_due_hours > 0),
  escalate_hours   integer NOT NULL DEFAULT 48,
  invitation_days  integer NOT NULL DEFAULT 8 CHECK (invitation_days >= email_after_days),
  check_in_days    integer NOT NULL DEFAULT 22,
  message_time     time    NOT NULL DEFAULT '10:00',
  close_days       integer NOT NULL DEFAULT 35,
  default_unit_id  uuid    REFERENCES unit,
  CHECK (escalate_hours > call_due_hours),
  CHECK (check_in_days >= invitation_days),
  CHECK (close_days > check_in_days)
);
INSERT INTO guest_follow_up_setting DEFAULT VALUES;
