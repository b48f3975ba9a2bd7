-- What Spring Batch keeps of a run is forgotten some time after the run ended. Its tables come without indexes on
-- what they refer to, so that each row that goes would cost a look at all rows that might refer to it.
CREATE INDEX batch_job_execution_instance ON batch.batch_job_execution (job_instance_id);
CREATE INDEX batch_job_execution_params_execution ON batch.batch_job_execution_params (job_execution_id);
CREATE INDEX batch_step_execution_execution ON batch.batch_step_execution (job_execution_id);

-- Runs stay for ever, because their keys say what has run; the consoles look at the few that are not done.
CREATE INDEX batch_run_open ON shared.batch_run (seq)
  WHERE state IN ('queued', 'running', 'stopping', 'failed', 'held');

-- Whether a church has something before the run that could be taken up, however many it has had.
CREATE INDEX batch_run_at_work ON shared.batch_run (tenant_id)
  WHERE state IN ('queued', 'running', 'stopping');

CREATE INDEX batch_run_forgettable ON shared.batch_run (tenant_id, ended_at)
  WHERE state IN ('completed', 'abandoned') AND job_execution_id IS NOT NULL;
