package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What workers do. A job that failed and will be tried again is open and carries the last error; it
 * has failed when no attempt is left.
 */
final class Jobs implements Projection<JobRecordValue, Jobs.Job> {

  private static final Map<Intent, String> STATES =
      Map.ofEntries(
          Map.entry(JobIntent.CREATED, "open"),
          Map.entry(JobIntent.FAILED, "open"),
          Map.entry(JobIntent.TIMED_OUT, "open"),
          Map.entry(JobIntent.YIELDED, "open"),
          Map.entry(JobIntent.RECURRED_AFTER_BACKOFF, "open"),
          Map.entry(JobIntent.RETRIES_UPDATED, "open"),
          Map.entry(JobIntent.MIGRATED, "open"),
          Map.entry(JobIntent.COMPLETED, "completed"),
          Map.entry(JobIntent.ERROR_THROWN, "error"),
          Map.entry(JobIntent.CANCELED, "canceled"));

  private static final Set<String> WAITING = Set.of("open", "failed");

  record Job(
      long key,
      long processInstanceKey,
      long elementInstanceKey,
      String elementId,
      String type,
      String state,
      int retries,
      @Nullable String errorMessage,
      @Nullable Instant endedAt)
      implements Row {
    @Override
    public Object id() {
      return key;
    }
  }

  @Override
  public ValueType source() {
    return ValueType.JOB;
  }

  @Override
  public @Nullable Job rowOf(Record<JobRecordValue> event) {
    JobRecordValue value = event.getValue();
    String state = stateAfter(event.getIntent(), value.getRetries());
    if (state == null) {
      return null;
    }
    return new Job(
        event.getKey(),
        value.getProcessInstanceKey(),
        value.getElementInstanceKey(),
        value.getElementId(),
        value.getType(),
        state,
        value.getRetries(),
        Events.textOrNull(value.getErrorMessage()),
        WAITING.contains(state) ? null : Events.timeOf(event));
  }

  private static @Nullable String stateAfter(Intent intent, int retries) {
    return intent == JobIntent.FAILED && retries == 0 ? "failed" : STATES.get(intent);
  }

  @Override
  public String upsert() {
    return """
    INSERT INTO engine.job
      (key, process_instance_key, element_instance_key, element_id, type, state, retries,
       error_message, created_at, ended_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET element_id = excluded.element_id, state = excluded.state,
      retries = excluded.retries, error_message = excluded.error_message,
      ended_at = excluded.ended_at
    """;
  }

  @Override
  public void bind(Job row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.key())
        .key(row.processInstanceKey())
        .key(row.elementInstanceKey())
        .text(row.elementId())
        .text(row.type())
        .text(row.state())
        .number(row.retries())
        .text(row.errorMessage())
        .time(since)
        .time(row.endedAt());
  }
}
