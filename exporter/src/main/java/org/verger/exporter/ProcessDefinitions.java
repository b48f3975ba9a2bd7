package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every deployed version; a deleted one stays, because instances of it do. */
final class ProcessDefinitions implements Projection<Process, ProcessDefinitions.Definition> {

  record Definition(long key, String processId, int version, String resourceName, String xml)
      implements Row {
    @Override
    public Object id() {
      return key;
    }
  }

  @Override
  public ValueType source() {
    return ValueType.PROCESS;
  }

  @Override
  public @Nullable Definition rowOf(Record<Process> event) {
    if (event.getIntent() != ProcessIntent.CREATED) {
      return null;
    }
    Process value = event.getValue();
    return new Definition(
        value.getProcessDefinitionKey(),
        value.getBpmnProcessId(),
        value.getVersion(),
        value.getResourceName(),
        new String(value.getResource(), StandardCharsets.UTF_8));
  }

  /** Each partition reports the same definition. */
  @Override
  public String upsert() {
    return """
    INSERT INTO engine.process_definition
      (key, process_id, version, resource_name, xml, deployed_at)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO NOTHING
    """;
  }

  @Override
  public void bind(Definition row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.key())
        .text(row.processId())
        .number(row.version())
        .text(row.resourceName())
        .text(row.xml())
        .time(since);
  }
}
