package org.verger.exporter;

import static java.time.format.DateTimeFormatter.ISO_ZONED_DATE_TIME;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What waits for a person. It belongs to whom its instance belongs to. */
final class UserTasks implements Projection<UserTaskRecordValue, UserTasks.Task> {

  private static final Map<Intent, String> STATES =
      Map.of(
          UserTaskIntent.CREATING, "open",
          UserTaskIntent.CREATED, "open",
          UserTaskIntent.ASSIGNED, "open",
          UserTaskIntent.UPDATED, "open",
          UserTaskIntent.MIGRATED, "open",
          UserTaskIntent.COMPLETED, "completed",
          UserTaskIntent.CANCELED, "canceled");

  record Task(
      long key,
      long processInstanceKey,
      long elementInstanceKey,
      String processId,
      String elementId,
      @Nullable String assignee,
      List<String> candidateGroups,
      @Nullable Instant dueAt,
      @Nullable String formKey,
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
    return ValueType.USER_TASK;
  }

  @Override
  public @Nullable Task rowOf(Record<UserTaskRecordValue> event) {
    UserTaskRecordValue value = event.getValue();
    String state = STATES.get(event.getIntent());
    if (state == null) {
      return null;
    }
    return new Task(
        event.getKey(),
        value.getProcessInstanceKey(),
        value.getElementInstanceKey(),
        value.getBpmnProcessId(),
        value.getElementId(),
        Events.textOrNull(value.getAssignee()),
        value.getCandidateGroupsList().stream().map(Events::storable).toList(),
        dueAt(value.getDueDate()),
        formKey(value),
        state,
        state.equals("open") ? null : Events.timeOf(event));
  }

  /** What is no date cannot be stored, and must not hold up everything behind it. */
  private static @Nullable Instant dueAt(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? null : ISO_ZONED_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }

  private static @Nullable String formKey(UserTaskRecordValue value) {
    return value.getFormKey() > 0
        ? Long.toString(value.getFormKey())
        : Events.textOrNull(value.getExternalFormReference());
  }

  @Override
  public String upsert() {
    return """
    INSERT INTO engine.user_task
      (key, process_instance_key, element_instance_key, process_id, element_id, assignee,
       candidate_groups, due_at, form_key, state, created_at, ended_at, tenant_id, subject_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      (SELECT tenant_id FROM engine.process_instance WHERE key = ?),
      (SELECT subject_id FROM engine.process_instance WHERE key = ?))
    ON CONFLICT (key) DO UPDATE SET process_id = excluded.process_id,
      element_id = excluded.element_id, assignee = excluded.assignee,
      candidate_groups = excluded.candidate_groups, due_at = excluded.due_at,
      form_key = excluded.form_key, state = excluded.state, ended_at = excluded.ended_at
    """;
  }

  @Override
  public void bind(Task row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.key())
        .key(row.processInstanceKey())
        .key(row.elementInstanceKey())
        .text(row.processId())
        .text(row.elementId())
        .text(row.assignee())
        .texts(row.candidateGroups())
        .time(row.dueAt())
        .text(row.formKey())
        .text(row.state())
        .time(since)
        .time(row.endedAt())
        .key(row.processInstanceKey())
        .key(row.processInstanceKey());
  }
}
