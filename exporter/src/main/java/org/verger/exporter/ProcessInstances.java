package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every instance. Whom it is about stands in its variables, which are written before it. */
final class ProcessInstances
    implements Projection<ProcessInstanceRecordValue, ProcessInstances.Instance> {

  record Instance(
      long key,
      long definitionKey,
      String processId,
      int version,
      @Nullable Long parentKey,
      String state,
      @Nullable Instant endedAt)
      implements Row {
    @Override
    public Object id() {
      return key;
    }

    /** A called instance belongs to whom its caller belongs to, unless it has variables for it. */
    @Override
    public @Nullable Long unsettledInstance() {
      return parentKey == null ? null : key;
    }
  }

  @Override
  public ValueType source() {
    return ValueType.PROCESS_INSTANCE;
  }

  @Override
  public @Nullable Instance rowOf(Record<ProcessInstanceRecordValue> event) {
    ProcessInstanceRecordValue value = event.getValue();
    String state = ElementInstances.STATES.get(event.getIntent());
    if (state == null || value.getBpmnElementType() != BpmnElementType.PROCESS) {
      return null;
    }
    return new Instance(
        event.getKey(),
        value.getProcessDefinitionKey(),
        value.getBpmnProcessId(),
        value.getVersion(),
        Events.keyOrNull(value.getParentProcessInstanceKey()),
        state,
        state.equals("active") ? null : Events.timeOf(event));
  }

  @Override
  public String upsert() {
    return """
    INSERT INTO engine.process_instance
      (key, definition_key, process_id, version, parent_key, state, started_at, ended_at,
       tenant_id, subject_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?,
      (SELECT value #>> '{}' FROM engine.variable WHERE scope_key = ? AND name = 'tenantId'),
      (SELECT value #>> '{}' FROM engine.variable WHERE scope_key = ? AND name = 'subjectId'))
    ON CONFLICT (key) DO UPDATE SET definition_key = excluded.definition_key,
      process_id = excluded.process_id, version = excluded.version, state = excluded.state,
      ended_at = excluded.ended_at
    """;
  }

  @Override
  public void bind(Instance row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.key())
        .key(row.definitionKey())
        .text(row.processId())
        .number(row.version())
        .key(row.parentKey())
        .text(row.state())
        .time(since)
        .time(row.endedAt())
        .key(row.key())
        .key(row.key());
  }
}
