package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went wrong and waits for an operator. */
final class Incidents implements Projection<IncidentRecordValue, Incidents.Incident> {

  private static final Map<Intent, String> STATES =
      Map.of(
          IncidentIntent.CREATED, "open",
          IncidentIntent.MIGRATED, "open",
          IncidentIntent.RESOLVED, "resolved");

  record Incident(
      long key,
      long processInstanceKey,
      @Nullable Long elementInstanceKey,
      String elementId,
      @Nullable Long jobKey,
      String errorType,
      String errorMessage,
      String state,
      @Nullable Instant resolvedAt)
      implements Row {
    @Override
    public Object id() {
      return key;
    }
  }

  @Override
  public ValueType source() {
    return ValueType.INCIDENT;
  }

  @Override
  public @Nullable Incident rowOf(Record<IncidentRecordValue> event) {
    IncidentRecordValue value = event.getValue();
    String state = STATES.get(event.getIntent());
    if (state == null) {
      return null;
    }
    return new Incident(
        event.getKey(),
        value.getProcessInstanceKey(),
        Events.keyOrNull(value.getElementInstanceKey()),
        value.getElementId(),
        Events.keyOrNull(value.getJobKey()),
        value.getErrorType().name(),
        Events.storable(value.getErrorMessage()),
        state,
        state.equals("open") ? null : Events.timeOf(event));
  }

  @Override
  public String upsert() {
    return """
    INSERT INTO engine.incident
      (key, process_instance_key, element_instance_key, element_id, job_key, error_type,
       error_message, state, created_at, resolved_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET element_id = excluded.element_id, state = excluded.state,
      resolved_at = excluded.resolved_at
    """;
  }

  @Override
  public void bind(Incident row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.key())
        .key(row.processInstanceKey())
        .key(row.elementInstanceKey())
        .text(row.elementId())
        .key(row.jobKey())
        .text(row.errorType())
        .text(row.errorMessage())
        .text(row.state())
        .time(since)
        .time(row.resolvedAt());
  }
}
