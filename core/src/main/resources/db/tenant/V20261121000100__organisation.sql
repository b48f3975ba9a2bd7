-- The path is the ids from the root down, each followed by a slash, so that "the subtree of a unit" is
-- a prefix.
CREATE TABLE unit (
  id        uuid PRIMARY KEY,
  parent_id uuid REFERENCES unit,
  level     text NOT NULL CHECK (level IN ('national', 'regional', 'campus', 'group', 'department')),
  name      text NOT NULL CHECK (name <> ''),
  path      text NOT NULL UNIQUE CHECK (path LIKE '%/'),
  CHECK ((parent_id IS NULL) = (level = 'national'))
);
CREATE INDEX unit_path ON unit (path text_pattern_ops);

CREATE TABLE person (
  id         uuid        PRIMARY KEY,
  given_name text        NOT NULL,
  family_name text       NOT NULL,
  email      text,
  phone      text,
  language   text        NOT NULL,
  active     boolean     NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);

CREATE TABLE role_holding (
  id        uuid        PRIMARY KEY,
  person_id uuid        NOT NULL REFERENCES person,
  unit_id   uuid        NOT NULL REFERENCES unit,
  role      text        NOT NULL,
  since     timestamptz NOT NULL,
  until     timestamptz
);
CREATE UNIQUE INDEX role_holding_once ON role_holding (person_id, unit_id, role) WHERE until IS NULL;
CREATE INDEX role_holding_unit ON role_holding (unit_id, role) WHERE until IS NULL;
