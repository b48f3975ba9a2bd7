package org.verger.processes;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open user task.
 *
 * @param key the engine's; good for {@link Processes#completeTask}
 * @param subjectId our own id of what it is about
 * @param candidateGroups written {@code role@unit}
 */
public record TaskView(
    long key,
    String processId,
    String elementId,
    String subjectId,
    Set<String> candidateGroups,
    @Nullable Instant dueAt,
    Instant createdAt) {

  public TaskView {
    candidateGroups = Set.copyOf(candidateGroups);
  }
}
