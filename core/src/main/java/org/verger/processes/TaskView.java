package org.verger.processes;

import java.time.Instant;
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
