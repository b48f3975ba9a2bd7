package org.verger.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.processes.Processes;
import org.verger.tenants.CurrentTenant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what features ask of the engine, in the transaction of the record it belongs to. */
@Component
class Outbox implements Processes {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Outbox(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(String message, String subject, Record variables) {
    publish(message, subject, subject, variables);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(String message, String subject, String key, Record variables) {
    append(subject, new EngineCommand.PublishMessage(message, key, stamped(subject, variables)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void completeTask(long taskKey, String subject, Record variables) {
    append(subject, new EngineCommand.CompleteUserTask(taskKey, json.valueToTree(variables)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void assignTask(long taskKey, String subject, List<String> candidateGroups) {
    append(subject, new EngineCommand.AssignUserTask(taskKey, candidateGroups));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void retry(long incidentKey, @Nullable Long jobKey, String subject) {
    append(subject, new EngineCommand.ResolveIncident(incidentKey, jobKey));
  }

  private ObjectNode stamped(String subject, Record variables) {
    return json.<ObjectNode>valueToTree(variables)
        .put("tenantId", CurrentTenant.require().value())
        .put("subjectId", subject);
  }

  private void append(String subject, EngineCommand command) {
    Timestamp now = Timestamp.from(Instant.now(clock));
    jdbc.sql(
            """
            INSERT INTO shared.outbox (tenant_id, subject, command, created_at, available_at)
            VALUES (?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            CurrentTenant.require().value(),
            subject,
            json.writerFor(EngineCommand.class).writeValueAsString(command),
            now,
            now)
        .update();
  }
}
