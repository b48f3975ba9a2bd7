package org.verger.processes;

import java.time.Instant;
<<<<<<< HEAD
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
=======
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to do.
 *
 * @param key what {@link Processes#completeTask} takes
 * @param elementId the id of the task in the diagram
 * @param subjectId our own id of what the task is about
 * @param candidateGroups roles at units, such as {@code group-leader@…}
 * @param state {@code open}, {@code completed} or {@code canceled}
 */
public record TaskView(
    long key,
    String elementId,
    @Nullable String subjectId,
    List<String> candidateGroups,
    @Nullable Instant dueAt,
    Instant createdAt,
    String state) {}
>>>>>>> engine
