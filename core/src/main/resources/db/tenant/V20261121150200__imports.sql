-- Files with records of another system, and what is to become of each of their rows.

CREATE TABLE import_file (
  id                uuid        PRIMARY KEY,
  kind              text        NOT NULL,
  file_name         text        NOT NULL,
  size              bigint      NOT NULL,
  digest            text        NOT NULL,
  status            text        NOT NULL CHECK (status IN
    ('reading', 'ready', 'applying', 'applied', 'undone', 'failed')),
  whole             boolean     NOT NULL,
  start_follow_ups  boolean     NOT NULL,
  unit_id           uuid        REFERENCES unit,
  layout            text,
  format            text,
  columns           text[],
  mapping           jsonb,
  reading           integer     NOT NULL DEFAULT 1,
  attempt           integer     NOT NULL DEFAULT 1,
  applied_line      bigint      NOT NULL DEFAULT 0,
  last_line         bigint      NOT NULL DEFAULT 0,
  touched           boolean     NOT NULL DEFAULT false,
  new_rows          bigint      NOT NULL DEFAULT 0,
  changed_rows      bigint      NOT NULL DEFAULT 0,
  same_rows         bigint      NOT NULL DEFAULT 0,
  duplicate_rows    bigint      NOT NULL DEFAULT 0,
  rejected_rows     bigint      NOT NULL DEFAULT 0,
  problem           text,
  warning           text,
  created_by        uuid        NOT NULL REFERENCES person,
  created_at        timestamptz NOT NULL,
  read_at           timestamptz,
  applied_at        timestamptz,
  undone_at         timestamptz
);
CREATE INDEX import_file_created ON import_file (created_at DESC, id DESC);

-- The file itself, in parts, as every process must be able to read it.
CREATE TABLE import_part (
  import_id uuid    NOT NULL REFERENCES import_file ON DELETE CASCADE,
  part      integer NOT NULL,
  bytes     bytea   NOT NULL,
  PRIMARY KEY (import_id, part)
);
ALTER TABLE import_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- How the columns of a file were understood by a person, for the next file with the same columns.
CREATE TABLE import_mapping (
  kind     text        NOT NULL,
  columns  text[]      NOT NULL,
  mapping  jsonb       NOT NULL,
  saved_by uuid        NOT NULL REFERENCES person,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (kind, columns)
);

-- What a person decided about a row that is likely a duplicate. The target stays when a second answer says that
-- the row is something of its own: of a gift, who gave it.
CREATE TABLE import_choice (
  import_id uuid    NOT NULL REFERENCES import_file ON DELETE CASCADE,
  line      bigint  NOT NULL,
  part      integer NOT NULL,
  choice    text    NOT NULL CHECK (choice IN ('new', 'same-as', 'leave-out')),
  target    uuid,
  PRIMARY KEY (import_id, line, part),
  CHECK (choice <> 'same-as' OR target IS NOT NULL)
);

-- A record as it was before an import changed it; version is the one that the import made of it.
CREATE TABLE import_undo (
  import_id uuid    NOT NULL REFERENCES import_file ON DELETE CASCADE,
  entity    text    NOT NULL,
  row_id    text    NOT NULL,
  before    jsonb   NOT NULL,
  version   integer NOT NULL,
  PRIMARY KEY (import_id, entity, row_id)
);

-- Staging. Unlogged: after a crash of the server they are empty, and the file is read again.
CREATE UNLOGGED TABLE import_person (
  import_id uuid NOT NULL, line bigint NOT NULL, part integer NOT NULL, action text NOT NULL, reason text,
  target_id uuid, target_version integer, candidates uuid[],
  given_name text, family_name text, email text, phone text, language text, birth_date date, membership text,
  joined_on date, household_id uuid, household_role text, unit_id uuid, external_id text,
  sms_consent boolean, email_consent boolean
);
CREATE UNLOGGED TABLE import_household (
  import_id uuid NOT NULL, action text NOT NULL, target_id uuid NOT NULL, target_version integer,
  name text, street text, city text, region text, postal_code text, country text, external_id text
);
CREATE UNLOGGED TABLE import_guest (
  import_id uuid NOT NULL, line bigint NOT NULL, part integer NOT NULL, action text NOT NULL, reason text,
  target_id uuid, target_version integer, candidates uuid[],
  first_name text, last_name text, phone text, email text, language text, campaign text, unit_id uuid,
  visited_at timestamptz, sms_consent boolean, email_consent boolean
);
CREATE UNLOGGED TABLE import_fund (
  import_id uuid NOT NULL, action text NOT NULL, target_id uuid NOT NULL, target_version integer,
  code text, name text
);
CREATE UNLOGGED TABLE import_contribution (
  import_id uuid NOT NULL, line bigint NOT NULL, part integer NOT NULL, action text NOT NULL, reason text,
  target_id bigint, target_version integer, candidates uuid[],
  person_id uuid, fund_id uuid, unit_id uuid, amount bigint, currency text, given_on date, method text,
  reference text, note text, source_key uuid, unit_given boolean, method_given boolean
);
CREATE UNLOGGED TABLE import_gathering (
  import_id uuid NOT NULL, action text NOT NULL, target_id uuid NOT NULL, target_version integer,
  unit_id uuid, group_id uuid, name text, held_on date, starts_at time, headcount integer
);
CREATE UNLOGGED TABLE import_attendance (
  import_id uuid NOT NULL, line bigint NOT NULL, part integer NOT NULL, action text NOT NULL, reason text,
  target_id uuid, target_version integer, candidates uuid[],
  gathering_id uuid, person_id uuid
);
CREATE UNLOGGED TABLE import_group (
  import_id uuid NOT NULL, action text NOT NULL, target_id uuid NOT NULL, target_version integer,
  unit_id uuid, name text, kind text, description text, meeting_day smallint, meeting_time time, place text,
  external_id text
);
CREATE UNLOGGED TABLE import_group_member (
  import_id uuid NOT NULL, line bigint NOT NULL, part integer NOT NULL, action text NOT NULL, reason text,
  target_id uuid, target_version integer, candidates uuid[],
  group_id uuid, person_id uuid, role text, since date
);
CREATE UNLOGGED TABLE import_event (
  import_id uuid NOT NULL, line bigint NOT NULL, part integer NOT NULL, action text NOT NULL, reason text,
  target_id uuid, target_version integer, candidates uuid[],
  unit_id uuid, title text, description text, place text, starts_at timestamptz, ends_at timestamptz,
  external_id text
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person', 'guest', 'contribution', 'attendance', 'group_member', 'event'] LOOP
    EXECUTE format('CREATE INDEX import_%1$s_line ON import_%1$s (import_id, line)', t);
    EXECUTE format('CREATE INDEX import_%1$s_odd ON import_%1$s (import_id, action, line) WHERE action <> ''new''', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['household', 'fund', 'gathering', 'group'] LOOP
    EXECUTE format('CREATE INDEX import_%1$s_target ON import_%1$s (import_id, target_id)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['person', 'guest', 'contribution', 'attendance', 'group_member', 'event',
      'household', 'fund', 'gathering', 'group'] LOOP
    -- Planning a merge by the counts of an empty table takes minutes instead of seconds.
    EXECUTE format('GRANT MAINTAIN ON import_%s TO "${tenant}"', t);
  END LOOP;
END $$;

ALTER TABLE guest ADD COLUMN import_id uuid;
CREATE INDEX guest_import ON guest (import_id) WHERE import_id IS NOT NULL;

-- A person may only go when nothing speaks of them; without these each one costs a look at every row.
CREATE INDEX audit_entry_person ON audit_entry (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX guest_activity_person ON guest_activity (person_id) WHERE person_id IS NOT NULL;
