package org.verger.outbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.JsonNode;

/** What the relay can be asked to hand to the engine. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EngineCommand.PublishMessage.class, name = "publish-message"),
  @JsonSubTypes.Type(value = EngineCommand.CompleteUserTask.class, name = "complete-user-task")
})
public sealed interface EngineCommand {

  /** Publish a message; {@link OutboxEntry#messageId} is the message id. */
  record PublishMessage(String name, String correlationKey, JsonNode variables)
      implements EngineCommand {}

  /** Complete a user task, by the key that the projection gives. */
  record CompleteUserTask(long taskKey, JsonNode variables) implements EngineCommand {}

  /**
   * Nothing that the relay knows; is never written.
   *
   * @param error why, without anything of what was read
   */
  record Unreadable(String error) implements EngineCommand {}
}
