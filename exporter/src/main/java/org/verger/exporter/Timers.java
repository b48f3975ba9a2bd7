package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is due and when; a timer that starts processes has no instance. */
final class Timers implements Projection<TimerRecordValue, Timers.Timer> {

  private static final Map<Intent, String> STATES =
      Map.of(
          TimerIntent.CREATED, "open",
          TimerIntent.TRIGGERED, "triggered",
          TimerIntent.CANCELED, "canceled");

  record Timer(
      long key,
      @Nullable Long processInstanceKey,
      @Nullable Long elementInstanceKey,
      String elementId,
      Instant dueAt,
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
    return ValueType.TIMER;
  }

  @Override
  public @Nullable Timer rowOf(Record<TimerRecordValue> event) {
    TimerRecordValue value = event.getValue();
    String state = STATES.get(event.getIntent());
    if (state == null) {
      return null;
    }
    return new Timer(
        event.getKey(),
        Events.keyOrNull(value.getProcessInstanceKey()),
        Events.keyOrNull(value.getElementInstanceKey()),
        value.getTargetElementId(),
        Instant.ofEpochMilli(value.getDueDate()),
        state,
        state.equals("open") ? null : Events.timeOf(event));
  }

  @Override
  public String upsert() {
    return """
    INSERT INTO engine.timer
      (key, process_instance_key, element_instance_key, element_id, due_at, state, ended_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, ended_at = excluded.ended_at
    """;
  }

  @Override
  public void bind(Timer row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.key())
        .key(row.processInstanceKey())
        .key(row.elementInstanceKey())
        .text(row.elementId())
        .time(row.dueAt())
        .text(row.state())
        .time(row.endedAt());
  }
}
