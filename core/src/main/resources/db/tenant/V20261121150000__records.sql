-- Families, groups, what happened on a day and who was there, funds and gifts. version counts the changes of
-- a row; import_id says which import made it; external_id is the row's id in the system it came from.

CREATE TABLE household (
  id          uuid        PRIMARY KEY,
  name        text        NOT NULL CHECK (name <> ''),
  street      text,
  city        text,
  region      text,
  postal_code text,
  country     text        CHECK (country ~ '^[A-Z]{2}$'),
  external_id text        UNIQUE,
  version     integer     NOT NULL DEFAULT 1,
  import_id   uuid,
  created_at  timestamptz NOT NULL
);
CREATE INDEX household_name ON household (lower(name));
CREATE INDEX household_import ON household (import_id) WHERE import_id IS NOT NULL;

-- membership: how somebody belongs to the church. active says whether they serve or belong at present.
ALTER TABLE person
  ADD COLUMN household_id   uuid REFERENCES household,
  ADD COLUMN household_role text CHECK (household_role IN ('head', 'spouse', 'child', 'other')),
  ADD COLUMN birth_date     date,
  ADD COLUMN membership     text NOT NULL DEFAULT 'member'
    CHECK (membership IN ('visitor', 'attender', 'member', 'former')),
  ADD COLUMN joined_on      date,
  ADD COLUMN left_on        date,
  ADD COLUMN unit_id        uuid REFERENCES unit,
  ADD COLUMN external_id    text,
  ADD COLUMN version        integer NOT NULL DEFAULT 1,
  ADD COLUMN import_id      uuid,
  ADD CHECK (household_role IS NULL OR household_id IS NOT NULL);
CREATE UNIQUE INDEX person_external_id ON person (external_id);
CREATE INDEX person_name ON person (lower(family_name), lower(given_name), id);
CREATE INDEX person_email ON person (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;
CREATE INDEX person_household ON person (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX person_unit ON person (unit_id);
CREATE INDEX person_import ON person (import_id) WHERE import_id IS NOT NULL;

-- Meets on a day of the week, 1 is Monday.
CREATE TABLE ministry_group (
  id           uuid        PRIMARY KEY,
  unit_id      uuid        NOT NULL REFERENCES unit,
  name         text        NOT NULL CHECK (name <> ''),
  kind         text        NOT NULL CHECK (kind IN ('small-group', 'class', 'team', 'other')),
  description  text,
  meeting_day  smallint    CHECK (meeting_day BETWEEN 1 AND 7),
  meeting_time time,
  place        text,
  active       boolean     NOT NULL DEFAULT true,
  external_id  text        UNIQUE,
  version      integer     NOT NULL DEFAULT 1,
  import_id    uuid,
  created_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX ministry_group_name ON ministry_group (unit_id, lower(name));

CREATE TABLE group_member (
  group_id  uuid    NOT NULL REFERENCES ministry_group ON DELETE CASCADE,
  person_id uuid    NOT NULL REFERENCES person,
  role      text    NOT NULL CHECK (role IN ('leader', 'member')),
  since     date    NOT NULL,
  until     date,
  version   integer NOT NULL DEFAULT 1,
  import_id uuid,
  CHECK (until >= since),
  PRIMARY KEY (group_id, person_id)
);
CREATE INDEX group_member_person ON group_member (person_id);
CREATE INDEX group_member_import ON group_member (import_id) WHERE import_id IS NOT NULL;

ALTER TABLE event
  ADD COLUMN external_id text UNIQUE,
  ADD COLUMN version     integer NOT NULL DEFAULT 1,
  ADD COLUMN import_id   uuid;

-- One occasion on one day: a service, a meeting of a group, an event. headcount is what somebody counted
-- in the room; attendance is who is known to have been there.
CREATE TABLE gathering (
  id          uuid        PRIMARY KEY,
  unit_id     uuid        NOT NULL REFERENCES unit,
  group_id    uuid        REFERENCES ministry_group,
  event_id    uuid        REFERENCES event,
  name        text        NOT NULL CHECK (name <> ''),
  held_on     date        NOT NULL,
  starts_at   time,
  headcount   integer     CHECK (headcount >= 0),
  note        text,
  version     integer     NOT NULL DEFAULT 1,
  import_id   uuid,
  created_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX gathering_once
  ON gathering (held_on, unit_id, lower(name), group_id, event_id, starts_at) NULLS NOT DISTINCT;
CREATE INDEX gathering_unit ON gathering (unit_id, held_on);
CREATE INDEX gathering_import ON gathering (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE attendance (
  gathering_id uuid    NOT NULL REFERENCES gathering ON DELETE CASCADE,
  person_id    uuid    NOT NULL REFERENCES person,
  import_id    uuid,
  PRIMARY KEY (gathering_id, person_id)
);
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_import ON attendance (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE fund (
  id        uuid        PRIMARY KEY,
  code      text        NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name      text        NOT NULL CHECK (name <> ''),
  active    boolean     NOT NULL DEFAULT true,
  version   integer     NOT NULL DEFAULT 1,
  import_id uuid,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX fund_name ON fund (lower(name));

-- The amount is in minor units; a negative one takes a gift back, which is done once. Without a person it was
-- given anonymously.
-- source_key makes it one gift per line of a file, however often the file is read.
CREATE TABLE contribution (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id   uuid        REFERENCES person,
  fund_id     uuid        REFERENCES fund,
  unit_id     uuid        NOT NULL REFERENCES unit,
  amount      bigint      NOT NULL CHECK (amount <> 0),
  currency    text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  given_on    date        NOT NULL,
  method      text        NOT NULL CHECK (method IN ('cash', 'cheque', 'card', 'transfer', 'online', 'other')),
  reference   text,
  note        text,
  takes_back  bigint      REFERENCES contribution CHECK (takes_back IS NULL OR amount < 0),
  source_key  uuid        UNIQUE,
  version     integer     NOT NULL DEFAULT 1,
  import_id   uuid,
  created_at  timestamptz NOT NULL
);
CREATE INDEX contribution_day ON contribution (given_on, id);
CREATE UNIQUE INDEX contribution_takes_back ON contribution (takes_back) WHERE takes_back IS NOT NULL;
CREATE INDEX contribution_person ON contribution (person_id, given_on) WHERE person_id IS NOT NULL;
CREATE INDEX contribution_import ON contribution (import_id) WHERE import_id IS NOT NULL;

INSERT INTO fund (id, code, name, created_at) VALUES (gen_random_uuid(), 'general', 'General', now());
