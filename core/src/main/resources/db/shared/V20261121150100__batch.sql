-- Runs of batch jobs. One church's job runs once for a key, whoever asks and however often: that is what
-- the unique key is for. A church's role asks for runs and sees its own; the login does the rest.

CREATE TABLE shared.batch_run (
  id               uuid        PRIMARY KEY,
  seq              bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  tenant_id        text        NOT NULL REFERENCES shared.tenant,
  job              text        NOT NULL,
  key              text        NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  parameters       jsonb       NOT NULL DEFAULT '{}',
  lane             text        NOT NULL CHECK (lane IN ('nightly', 'bulk')),
  state            text        NOT NULL CHECK (state IN
    ('queued', 'running', 'stopping', 'stopped', 'completed', 'failed', 'held', 'abandoned')),
  requested_by     uuid,
  requested_at     timestamptz NOT NULL,
  scheduled_for    timestamptz,
  started_at       timestamptz,
  ended_at         timestamptz,
  node             text,
  heartbeat        timestamptz,
  attempts         integer     NOT NULL DEFAULT 0,
  restarts         integer     NOT NULL DEFAULT 0,
  job_execution_id bigint,
  step             text,
  total            bigint      NOT NULL DEFAULT 0,
  read             bigint      NOT NULL DEFAULT 0,
  written          bigint      NOT NULL DEFAULT 0,
  skipped          bigint      NOT NULL DEFAULT 0,
  rejected         bigint      NOT NULL DEFAULT 0,
  message          text,
  told_end_at      timestamptz,
  told_late_at     timestamptz,
  UNIQUE (tenant_id, job, key)
);
-- Two nodes that claim at the same moment cannot break these.
CREATE UNIQUE INDEX batch_run_one_of_a_job ON shared.batch_run (tenant_id, job)
  WHERE state IN ('running', 'stopping');
CREATE UNIQUE INDEX batch_run_one_in_bulk ON shared.batch_run (tenant_id)
  WHERE state IN ('running', 'stopping') AND lane = 'bulk';
CREATE INDEX batch_run_waiting ON shared.batch_run (lane, seq) WHERE state = 'queued';
CREATE INDEX batch_run_working ON shared.batch_run (node) WHERE state IN ('running', 'stopping');
CREATE INDEX batch_run_untold ON shared.batch_run (tenant_id)
  WHERE state IN ('failed', 'held') AND told_end_at IS NULL;
CREATE INDEX batch_run_list ON shared.batch_run (tenant_id, seq);

CREATE TABLE shared.batch_run_log (
  id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id uuid        NOT NULL REFERENCES shared.batch_run ON DELETE CASCADE,
  at     timestamptz NOT NULL,
  level  text        NOT NULL CHECK (level IN ('info', 'error')),
  line   text        NOT NULL
);
CREATE INDEX batch_run_log_run ON shared.batch_run_log (run_id, id);

CREATE FUNCTION shared.wake_batch() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('verger_batch', ''); RETURN NULL; END $$;
-- A run that waits, that is to stop, or whose end lets another begin. By row: looking for work must not wake those
-- who look for it.
CREATE TRIGGER batch_run_wakes_runner AFTER INSERT OR UPDATE OF state ON shared.batch_run
  FOR EACH ROW WHEN (NEW.state <> 'running')
  EXECUTE FUNCTION shared.wake_batch();

GRANT SELECT, INSERT ON shared.batch_run TO "${tenants}";
GRANT SELECT ON shared.batch_run_log TO "${tenants}";
GRANT SELECT, UPDATE, DELETE ON shared.batch_run TO "${login}";
GRANT SELECT, INSERT, DELETE ON shared.batch_run_log TO "${login}";

ALTER TABLE shared.batch_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE shared.batch_run_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY operation ON shared.batch_run TO "${login}" USING (true);
CREATE POLICY operation ON shared.batch_run_log TO "${login}" USING (true);
CREATE POLICY own_rows ON shared.batch_run FOR SELECT TO "${tenants}"
  USING (tenant_id = (SELECT replace(substr(current_user::text, 8), '_', '-')));
-- A church asks for a run and cannot say how it went.
CREATE POLICY own_requests ON shared.batch_run FOR INSERT TO "${tenants}"
  WITH CHECK (tenant_id = (SELECT replace(substr(current_user::text, 8), '_', '-')) AND state = 'queued');
CREATE POLICY own_rows ON shared.batch_run_log FOR SELECT TO "${tenants}"
  USING (EXISTS (SELECT FROM shared.batch_run r WHERE r.id = run_id));
