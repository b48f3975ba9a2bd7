package org.verger.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a process, as the engine's exporter saw it.
 *
 * @param key the engine's key; to be shown and compared, never to be kept as an identity
 * @param state {@code active}, {@code completed} or {@code terminated}
 * @param elements what the run has come to, oldest first
 * @param openTimers what it waits for, soonest first
 * @param openTasks what people have to do in it
 */
public record InstanceView(
    long key,
    String processId,
    int version,
    String state,
    List<ElementView> elements,
    List<TimerView> openTimers,
    List<TaskView> openTasks,
    Instant startedAt,
    @Nullable Instant endedAt) {}
