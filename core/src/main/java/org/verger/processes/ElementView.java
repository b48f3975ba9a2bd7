package org.verger.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task, event, gateway or sub-process that a run has come to.
 *
 * @param elementId the id in the diagram
 * @param type the engine's name of its kind, such as {@code USER_TASK}
 * @param state {@code active}, {@code completed} or {@code terminated}
 */
public record ElementView(
    String elementId, String type, String state, Instant startedAt, @Nullable Instant endedAt) {}
