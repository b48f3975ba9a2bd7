package org.verger.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.CurrentTenant;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is asked for, in the transaction of who asks. */
@Component
public class RunQueue implements BatchRuns {

  private final JdbcClient jdbc;
  private final BatchJobs jobs;
  private final JsonMapper json;
  private final Clock clock;

  RunQueue(JdbcClient jdbc, BatchJobs jobs, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A run that is asked for.
   *
   * @param requestedBy the person who asks; null when nobody does
   * @param scheduledFor when it is due, before which it is not taken up; null when somebody asks
   */
  public record Asked(
      String job,
      String key,
      Map<String, String> parameters,
      @Nullable UUID requestedBy,
      @Nullable Instant scheduledFor) {}

  @Override
  @Transactional
  public UUID request(String job, String key, Map<String, String> parameters) {
    return request(new Asked(job, key, parameters, null, null));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<RunState> state(String job, String key) {
    return jdbc.sql(
            "SELECT state FROM shared.batch_run WHERE tenant_id = ? AND job = ? AND key = ?")
        .params(CurrentTenant.require().value(), job, key)
        .query(String.class)
        .optional()
        .flatMap(RunState::of);
  }

  /** As {@link BatchRuns#request}, saying also who asks and for when. */
  @Transactional
  public UUID request(Asked asked) {
    String tenant = CurrentTenant.require().value();
    Instant due = asked.scheduledFor();
    jdbc.sql(
            """
            INSERT INTO shared.batch_run (id, tenant_id, job, key, parameters, lane, state,
                                          requested_at, scheduled_for, requested_by)
            VALUES (gen_random_uuid(), ?, ?, ?, ?::jsonb, ?, 'queued', ?, ?, ?)
            ON CONFLICT (tenant_id, job, key) DO NOTHING
            """)
        .param(tenant)
        .param(asked.job())
        .param(asked.key())
        .param(json.writeValueAsString(asked.parameters()))
        .param(jobs.find(asked.job()).map(ChurchJob::lane).orElse(Lane.BULK).code())
        .param(Timestamp.from(clock.instant()))
        .param(due == null ? null : Timestamp.from(due))
        .param(asked.requestedBy())
        .update();
    return jdbc.sql("SELECT id FROM shared.batch_run WHERE tenant_id = ? AND job = ? AND key = ?")
        .params(tenant, asked.job(), asked.key())
        .query(UUID.class)
        .single();
  }
}
