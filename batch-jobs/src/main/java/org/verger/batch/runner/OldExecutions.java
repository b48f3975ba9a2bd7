package org.verger.batch.runner;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.retention.Expiring;
import org.verger.tenants.CurrentTenant;

/**
 * What Spring Batch keeps of runs: their instances, executions and steps. Of a run that can still
 * be restarted they stay, because they say which steps ended well.
 */
@Component
class OldExecutions implements Expiring {

  // One statement, so that nothing of a run is left when it is cut off. The runs themselves stay.
  private static final String FORGET =
      """
      WITH ended AS MATERIALIZED (
        SELECT id, job_execution_id FROM shared.batch_run
        WHERE tenant_id = ? AND state IN ('completed', 'abandoned') AND ended_at < ?
          AND job_execution_id IS NOT NULL
        ORDER BY ended_at LIMIT ? FOR UPDATE),
      instance AS MATERIALIZED (
        SELECT DISTINCT e.job_instance_id AS id FROM batch.batch_job_execution e
        JOIN ended ON ended.job_execution_id = e.job_execution_id),
      execution AS MATERIALIZED (
        SELECT e.job_execution_id AS id FROM batch.batch_job_execution e
        JOIN instance ON instance.id = e.job_instance_id),
      step AS MATERIALIZED (
        SELECT s.step_execution_id AS id FROM batch.batch_step_execution s
        JOIN execution ON execution.id = s.job_execution_id),
      step_contexts AS (
        DELETE FROM batch.batch_step_execution_context USING step WHERE step_execution_id = id),
      steps AS (DELETE FROM batch.batch_step_execution USING step WHERE step_execution_id = id),
      params AS (
        DELETE FROM batch.batch_job_execution_params USING execution WHERE job_execution_id = id),
      contexts AS (
        DELETE FROM batch.batch_job_execution_context USING execution WHERE job_execution_id = id),
      executions AS (
        DELETE FROM batch.batch_job_execution USING execution WHERE job_execution_id = id),
      instances AS (
        DELETE FROM batch.batch_job_instance USING instance WHERE job_instance_id = id)
      UPDATE shared.batch_run run SET job_execution_id = NULL FROM ended WHERE run.id = ended.id
      """;

  private final JdbcClient jdbc;
  private final Duration kept;

  OldExecutions(
      JdbcClient jdbc, @Value("${verger.retention.batch-executions:P90D}") Duration kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  @Override
  public String name() {
    return "batch-executions";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  // A church's role knows nothing of these tables.
  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public int forget(Instant before, int most) {
    return jdbc.sql(FORGET)
        .params(CurrentTenant.require().value(), Timestamp.from(before), most)
        .update();
  }
}
