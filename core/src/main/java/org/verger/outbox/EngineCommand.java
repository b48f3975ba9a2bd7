package org.verger.outbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the relay can be asked to hand to the engine. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EngineCommand.PublishMessage.class, name = "publish-message"),
  @JsonSubTypes.Type(value = EngineCommand.CompleteUserTask.class, name = "complete-user-task"),
  @JsonSubTypes.Type(value = EngineCommand.AssignUserTask.class, name = "assign-user-task"),
  @JsonSubTypes.Type(value = EngineCommand.ResolveIncident.class, name = "resolve-incident")
})
public sealed interface EngineCommand {

  /** Publish a message; {@link OutboxEntry#messageId} is the message id. */
  record PublishMessage(String name, String correlationKey, JsonNode variables)
      implements EngineCommand {}

  /** Complete a user task, by the key that the projection gives. */
  record CompleteUserTask(long taskKey, JsonNode variables) implements EngineCommand {}

  /** Say which groups a user task belongs to, by the key that the projection gives. */
  record AssignUserTask(long taskKey, List<String> candidateGroups) implements EngineCommand {}

  /**
   * Resolve an incident, by the key that the projection gives.
   *
   * @param jobKey the job that gets new retries first; null when there is none
   */
  record ResolveIncident(long incidentKey, @Nullable Long jobKey) implements EngineCommand {}

  /**
   * Nothing that the relay knows; is never written.
   *
   * @param error why, without anything of what was read
   */
  record Unreadable(String error) implements EngineCommand {}
}
