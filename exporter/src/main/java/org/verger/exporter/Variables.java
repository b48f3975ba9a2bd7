package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that are meant for people; of all others not even the name leaves the engine. */
final class Variables implements Projection<VariableRecordValue, Variables.Variable> {

  private final Set<String> names;

  Variables(Set<String> names) {
    this.names = names;
  }

  record Id(long scopeKey, String name) {}

  /**
   * @param value JSON
   */
  record Variable(Id id, long processInstanceKey, String value) implements Row {

    @Override
    public @Nullable Long unsettledInstance() {
      boolean tells = id.name().equals(Belonging.TENANT) || id.name().equals(Belonging.SUBJECT);
      return tells && id.scopeKey() == processInstanceKey ? processInstanceKey : null;
    }
  }

  @Override
  public ValueType source() {
    return ValueType.VARIABLE;
  }

  @Override
  public @Nullable Variable rowOf(Record<VariableRecordValue> event) {
    VariableRecordValue value = event.getValue();
    if (!names.contains(value.getName())) {
      return null;
    }
    return new Variable(
        new Id(value.getScopeKey(), value.getName()),
        value.getProcessInstanceKey(),
        value.getValue());
  }

  @Override
  public String upsert() {
    return """
    INSERT INTO engine.variable (scope_key, name, process_instance_key, value)
    VALUES (?, ?, ?, ?::jsonb)
    ON CONFLICT (scope_key, name) DO UPDATE SET value = excluded.value
    """;
  }

  @Override
  public void bind(Variable row, Instant since, Parameters parameters) throws SQLException {
    parameters
        .key(row.id().scopeKey())
        .text(row.id().name())
        .key(row.processInstanceKey())
        .text(row.value());
  }
}
