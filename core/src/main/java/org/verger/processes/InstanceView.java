package org.verger.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
<<<<<<< HEAD
 * A process instance as the projection shows it.
 *
 * @param state active, completed or terminated
 * @param elements in the order they were entered
=======
 * One run of a process, as the engine's exporter saw it.
 *
 * @param key the engine's key; to be shown and compared, never to be kept as an identity
 * @param state {@code active}, {@code completed} or {@code terminated}
 * @param elements what the run has come to, oldest first
 * @param openTimers what it waits for, soonest first
 * @param openTasks what people have to do in it
>>>>>>> engine
 */
public record InstanceView(
    long key,
    String processId,
    int version,
    String state,
<<<<<<< HEAD
    Instant startedAt,
    @Nullable Instant endedAt,
    List<ElementView> elements,
    List<TimerView> openTimers) {

  public InstanceView {
    elements = List.copyOf(elements);
    openTimers = List.copyOf(openTimers);
  }
}
=======
    List<ElementView> elements,
    List<TimerView> openTimers,
    List<TaskView> openTasks,
    Instant startedAt,
    @Nullable Instant endedAt) {}
>>>>>>> engine
