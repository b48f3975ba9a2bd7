-- Every table here belongs to the owner role; the login role gets what it needs and no more, and a
-- tenant's role may do one thing only: add its own rows to the outbox.

CREATE TABLE shared.tenant (
  id           text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9-]{1,39}$'),
  name         text        NOT NULL CHECK (name <> ''),
  denomination text,
  time_zone    text        NOT NULL,
  languages    text[]      NOT NULL CHECK (cardinality(languages) > 0),
  region       text        NOT NULL CHECK (region ~ '^[A-Z]{2}$'),
  currency     text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  status       text        NOT NULL CHECK (status IN ('creating', 'active', 'suspended', 'archived')),
  server       text        NOT NULL DEFAULT 'primary',
  created_at   timestamptz NOT NULL
);

CREATE TABLE shared.tenant_migration (
  tenant_id  text        PRIMARY KEY REFERENCES shared.tenant,
  succeeded  boolean     NOT NULL,
  version    text,
  error      text,
  at         timestamptz NOT NULL
);

CREATE TABLE shared.tenant_audit (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id  text        NOT NULL,
  action     text        NOT NULL,
  actor      text        NOT NULL,
  detail     text,
  at         timestamptz NOT NULL
);

CREATE TABLE shared.user_account (
  id            uuid        PRIMARY KEY,
  tenant_id     text        REFERENCES shared.tenant,
  person_id     uuid,
  email         text        NOT NULL CHECK (email = lower(email)),
  display_name  text        NOT NULL,
  password_hash text        NOT NULL,
  created_at    timestamptz NOT NULL,
  disabled_at   timestamptz,
  UNIQUE NULLS NOT DISTINCT (tenant_id, email)
);
CREATE INDEX user_account_email ON shared.user_account (email);

CREATE TABLE shared.sign_in_failure (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_key text        NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_key ON shared.sign_in_failure (account_key, at);

-- One row for each signed-in API client. Rotating replaces the hash; the one before is kept so that
-- its second use is recognised as theft and ends the session.
CREATE TABLE shared.api_session (
  id            uuid        PRIMARY KEY,
  user_id       uuid        NOT NULL REFERENCES shared.user_account,
  refresh_hash  bytea       NOT NULL UNIQUE,
  previous_hash bytea       UNIQUE,
  started_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  revoked_at    timestamptz
);

CREATE TABLE shared.outbox (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id    text        NOT NULL,
  subject      text        NOT NULL,
  command      jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  available_at timestamptz NOT NULL,
  attempts     integer     NOT NULL DEFAULT 0,
  last_error   text
);
CREATE INDEX outbox_subject ON shared.outbox (tenant_id, subject, id);
CREATE INDEX outbox_available ON shared.outbox (available_at, id);

CREATE FUNCTION shared.wake_relay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('verger_outbox', ''); RETURN NULL; END $$;
CREATE TRIGGER outbox_wakes_relay AFTER INSERT ON shared.outbox
  FOR EACH STATEMENT EXECUTE FUNCTION shared.wake_relay();

CREATE TABLE shared.clock (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  offset_millis bigint  NOT NULL CHECK (offset_millis >= 0)
);
INSERT INTO shared.clock (offset_millis) VALUES (0);

GRANT USAGE ON SCHEMA shared TO "${login}", "${tenants}";
GRANT SELECT, INSERT, UPDATE ON shared.tenant, shared.tenant_migration, shared.user_account,
  shared.api_session, shared.clock TO "${login}";
GRANT SELECT, INSERT ON shared.tenant_audit TO "${login}";
GRANT SELECT, INSERT, DELETE ON shared.sign_in_failure TO "${login}";
GRANT DELETE ON shared.api_session TO "${login}";
GRANT SELECT, UPDATE, DELETE ON shared.outbox TO "${login}";
GRANT INSERT ON shared.outbox TO "${tenants}";

ALTER TABLE shared.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY relay ON shared.outbox TO "${login}" USING (true);
CREATE POLICY own_rows ON shared.outbox FOR INSERT TO "${tenants}"
  WITH CHECK ('tenant_' || replace(tenant_id, '-', '_') = current_user);
