package org.verger.engine;

import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN;

import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the engine has done, read from its records. */
public final class EngineRecords {

  private final RecordStream records;

  EngineRecords(RecordStream records) {
    this.records = records;
  }

  /** The keys of the instances of a process about a subject, the oldest first. */
  public List<Long> instancesOf(String process, String subject) {
    return events(records.variableRecords())
        .map(Record::getValue)
        .filter(variable -> variable.getBpmnProcessId().equals(process))
        .filter(variable -> variable.getName().equals("subjectId"))
        .filter(variable -> variable.getScopeKey() == variable.getProcessInstanceKey())
        .filter(variable -> variable.getValue().equals('"' + subject + '"'))
        .map(VariableRecordValue::getProcessInstanceKey)
        .distinct()
        .toList();
  }

  /** The ids of all elements of a process that were entered and of all flows that were taken. */
  public Set<String> visited(String process) {
    return events(records.processInstanceRecords())
        .filter(event -> event.getValue().getBpmnProcessId().equals(process))
        .filter(
            event ->
                event.getIntent() == ELEMENT_ACTIVATED || event.getIntent() == SEQUENCE_FLOW_TAKEN)
        .map(event -> event.getValue().getElementId())
        .collect(Collectors.toSet());
  }

  public long elementInstanceKey(long instance, String elementId) {
    return events(records.processInstanceRecords())
        .filter(event -> event.getIntent() == ELEMENT_ACTIVATED)
        .filter(event -> event.getValue().getProcessInstanceKey() == instance)
        .filter(event -> event.getValue().getElementId().equals(elementId))
        .mapToLong(Record::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The value that a variable got first in one element instance, and in no wider scope. */
  public String local(String name, long elementInstance) {
    return events(records.variableRecords())
        .map(Record::getValue)
        .filter(variable -> variable.getScopeKey() == elementInstance)
        .filter(variable -> variable.getName().equals(name))
        .map(VariableRecordValue::getValue)
        .findFirst()
        .orElseThrow();
  }

  public List<UserTaskRecordValue> tasksCreated(String elementId) {
    return tasks(elementId, UserTaskIntent.CREATED);
  }

  public List<UserTaskRecordValue> tasksCanceled(String elementId) {
    return tasks(elementId, UserTaskIntent.CANCELED);
  }

  private List<UserTaskRecordValue> tasks(String elementId, Intent intent) {
    return StreamSupport.stream(records.records().spliterator(), false)
        .filter(event -> event.getValueType() == ValueType.USER_TASK)
        .filter(event -> event.getIntent() == intent)
        .map(event -> (UserTaskRecordValue) event.getValue())
        .filter(task -> task.getElementId().equals(elementId))
        .toList();
  }

  private static <T extends RecordValue> Stream<Record<T>> events(Iterable<Record<T>> source) {
    return StreamSupport.stream(source.spliterator(), false);
  }
}
