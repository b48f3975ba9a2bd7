package org.verger.exporter;

import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATING;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_COMPLETED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_MIGRATED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_TERMINATED;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every step of every instance, but not the instance itself and no sequence flows. */
final class ElementInstances
    implements Projection<ProcessInstanceRecordValue, ElementInstances.Element> {

  /** An element that is still activating counts: it may stay there with an incident. */
  static final Map<Intent, String> STATES =
      Map.of(
          ELEMENT_ACTIVATING, "active",
          ELEMENT_ACTIVATED, "active",
          ELEMENT_MIGRATED, "active",
          ELEMENT_COMPLETED, "completed",
          ELEMENT_TERMINATED, "terminated");

  record Element(
      long key,
      long processInstanceKey,
      long scopeKey,
      String elementId,
      String elementType,
      String state,
      @Nullable Instant endedAt)
      implements Row {
    @Override
    public Object id() {
      return key;
    }
  }

  @Override
  public ValueType source() {
    return ValueType.PROCESS_INSTANCE;
  }

  @Override
  public @Nullable Element rowOf(Record<ProcessInstanceRecordValue> event) {
    ProcessInstanceRecordValue value = event.getValue();
    String state = STATES.get(event.getIntent());
    if (state == null || value.getBpmnElementType() == BpmnElementType.PROCESS) {
      return null;
    }
    return new Element(
        event.getKey(),
        value.getProcessInstanceKey(),
        value.getFlowScopeKey(),
        value.getElementId(),
        value.getBpmnElementType().name(),
        state,
        state.equals("active") ? null : Events.timeOf(event));
  }

  @Override
  public String upsert() {
    return """
    INSERT INTO engine.element_instance
      (key, process_instance_key, scope_key, element_id, element_type, state, started_at, ended_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET element_id = excluded.element_id, state = excluded.state,
      ended_at = excluded.ended_at
    """;
  }

  @Override
  public void bind(Element row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.key())
        .key(row.processInstanceKey())
        .key(row.scopeKey())
        .text(row.elementId())
        .text(row.elementType())
        .text(row.state())
        .time(since)
        .time(row.endedAt());
  }
}
