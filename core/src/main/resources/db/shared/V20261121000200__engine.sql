-- What the engine did, written by the exporter and by nobody else. Keys are the engine's and are read
-- from here only: a key that the engine acknowledged to a client is not an identity.

CREATE TABLE engine.exporter_position (
  partition_id integer     PRIMARY KEY,
  position     bigint      NOT NULL,
  updated_at   timestamptz NOT NULL
);

CREATE TABLE engine.process_definition (
  key           bigint      PRIMARY KEY,
  process_id    text        NOT NULL,
  version       integer     NOT NULL,
  resource_name text        NOT NULL,
  xml           text        NOT NULL,
  deployed_at   timestamptz NOT NULL
);
CREATE INDEX process_definition_id ON engine.process_definition (process_id, version);

-- tenant_id and subject_id are the process variables tenantId and subjectId.
CREATE TABLE engine.process_instance (
  key            bigint      PRIMARY KEY,
  definition_key bigint      NOT NULL,
  process_id     text        NOT NULL,
  version        integer     NOT NULL,
  parent_key     bigint,
  state          text        NOT NULL CHECK (state IN ('active', 'completed', 'terminated')),
  tenant_id      text,
  subject_id     text,
  started_at     timestamptz NOT NULL,
  ended_at       timestamptz
);
CREATE INDEX process_instance_subject ON engine.process_instance (tenant_id, subject_id);
CREATE INDEX process_instance_active ON engine.process_instance (process_id) WHERE state = 'active';

CREATE TABLE engine.element_instance (
  key                  bigint      PRIMARY KEY,
  process_instance_key bigint      NOT NULL,
  scope_key            bigint      NOT NULL,
  element_id           text        NOT NULL,
  element_type         text        NOT NULL,
  state                text        NOT NULL CHECK (state IN ('active', 'completed', 'terminated')),
  started_at           timestamptz NOT NULL,
  ended_at             timestamptz
);
CREATE INDEX element_instance_process ON engine.element_instance (process_instance_key);

CREATE TABLE engine.user_task (
  key                  bigint      PRIMARY KEY,
  process_instance_key bigint      NOT NULL,
  element_instance_key bigint      NOT NULL,
  process_id           text        NOT NULL,
  element_id           text        NOT NULL,
  tenant_id            text,
  subject_id           text,
  assignee             text,
  candidate_groups     text[]      NOT NULL DEFAULT '{}',
  due_at               timestamptz,
  form_key             text,
  state                text        NOT NULL CHECK (state IN ('open', 'completed', 'canceled')),
  created_at           timestamptz NOT NULL,
  ended_at             timestamptz
);
CREATE INDEX user_task_process ON engine.user_task (process_instance_key);
CREATE INDEX user_task_open ON engine.user_task (tenant_id, due_at) WHERE state = 'open';
CREATE INDEX user_task_groups ON engine.user_task USING gin (candidate_groups) WHERE state = 'open';

CREATE TABLE engine.incident (
  key                  bigint      PRIMARY KEY,
  process_instance_key bigint      NOT NULL,
  element_instance_key bigint,
  element_id           text        NOT NULL,
  job_key              bigint,
  error_type           text        NOT NULL,
  error_message        text        NOT NULL,
  state                text        NOT NULL CHECK (state IN ('open', 'resolved')),
  created_at           timestamptz NOT NULL,
  resolved_at          timestamptz
);
CREATE INDEX incident_process ON engine.incident (process_instance_key);
CREATE INDEX incident_open ON engine.incident (created_at) WHERE state = 'open';

CREATE TABLE engine.timer (
  key                  bigint      PRIMARY KEY,
  process_instance_key bigint,
  element_instance_key bigint,
  element_id           text        NOT NULL,
  due_at               timestamptz NOT NULL,
  state                text        NOT NULL CHECK (state IN ('open', 'triggered', 'canceled')),
  ended_at             timestamptz
);
CREATE INDEX timer_process ON engine.timer (process_instance_key);
CREATE INDEX timer_open ON engine.timer (due_at) WHERE state = 'open';

CREATE TABLE engine.job (
  key                  bigint      PRIMARY KEY,
  process_instance_key bigint      NOT NULL,
  element_instance_key bigint      NOT NULL,
  element_id           text        NOT NULL,
  type                 text        NOT NULL,
  state                text        NOT NULL CHECK (state IN ('open', 'completed', 'failed', 'error', 'canceled')),
  retries              integer     NOT NULL,
  error_message        text,
  created_at           timestamptz NOT NULL,
  ended_at             timestamptz
);
CREATE INDEX job_process ON engine.job (process_instance_key);
CREATE INDEX job_open ON engine.job (type) WHERE state IN ('open', 'failed');

-- Only the variables that the exporter was told are meant for people.
CREATE TABLE engine.variable (
  process_instance_key bigint NOT NULL,
  scope_key            bigint NOT NULL,
  name                 text   NOT NULL,
  value                jsonb  NOT NULL,
  PRIMARY KEY (scope_key, name)
);
CREATE INDEX variable_process ON engine.variable (process_instance_key);

GRANT USAGE ON SCHEMA engine TO "${login}", "${tenants}", "${exporter}";
GRANT SELECT ON ALL TABLES IN SCHEMA engine TO "${login}", "${tenants}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA engine TO "${exporter}";
REVOKE ALL ON engine.exporter_position FROM "${tenants}";

-- A tenant's role sees the instances that carry its own id, and what hangs on them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['process_instance', 'user_task', 'element_instance', 'incident', 'timer', 'job', 'variable'] LOOP
    EXECUTE format('ALTER TABLE engine.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY exporter ON engine.%I TO "${exporter}" USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY operation ON engine.%I FOR SELECT TO "${login}" USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['process_instance', 'user_task'] LOOP
    EXECUTE format($p$CREATE POLICY own_rows ON engine.%I FOR SELECT TO "${tenants}"
      USING (tenant_id = (SELECT replace(substr(current_user::text, 8), '_', '-')))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['element_instance', 'incident', 'timer', 'job', 'variable'] LOOP
    EXECUTE format($p$CREATE POLICY own_rows ON engine.%I FOR SELECT TO "${tenants}"
      USING (EXISTS (SELECT FROM engine.process_instance p WHERE p.key = process_instance_key))$p$, t);
  END LOOP;
END $$;
