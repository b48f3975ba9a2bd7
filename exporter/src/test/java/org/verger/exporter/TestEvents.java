package org.verger.exporter;

import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ImmutableJobRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.time.Instant;

/** Events as the engine would write them, one a second, with the position as the time. */
final class TestEvents {

  static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

  private TestEvents() {}

  static Instant timeOf(long position) {
    return START.plusSeconds(position);
  }

  static Record<JobRecordValue> job(long position, long key, JobIntent intent, int retries) {
    return event(
        position,
        key,
        ValueType.JOB,
        intent,
        ImmutableJobRecordValue.builder()
            .withProcessInstanceKey(1)
            .withElementInstanceKey(2)
            .withElementId("Task_Run")
            .withType("run")
            .withRetries(retries)
            .withErrorMessage("")
            .build());
  }

  static Record<ProcessInstanceRecordValue> instance(
      long position, long key, long parent, ProcessInstanceIntent intent) {
    return event(
        position,
        key,
        ValueType.PROCESS_INSTANCE,
        intent,
        ImmutableProcessInstanceRecordValue.builder()
            .withBpmnElementType(BpmnElementType.PROCESS)
            .withProcessInstanceKey(key)
            .withParentProcessInstanceKey(parent)
            .withProcessDefinitionKey(1)
            .withBpmnProcessId("errand")
            .withElementId("errand")
            .withVersion(1)
            .build());
  }

  static Record<VariableRecordValue> variable(
      long position, long instance, String name, String json) {
    return event(
        position,
        position,
        ValueType.VARIABLE,
        VariableIntent.CREATED,
        ImmutableVariableRecordValue.builder()
            .withProcessInstanceKey(instance)
            .withScopeKey(instance)
            .withName(name)
            .withValue(json)
            .build());
  }

  private static <V extends RecordValue> Record<V> event(
      long position, long key, ValueType type, Intent intent, V value) {
    return ImmutableRecord.<V>builder()
        .withRecordType(RecordType.EVENT)
        .withPosition(position)
        .withTimestamp(timeOf(position).toEpochMilli())
        .withKey(key)
        .withValueType(type)
        .withIntent(intent)
        .withValue(value)
        .build();
  }
}
