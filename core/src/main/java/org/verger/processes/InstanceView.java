package org.verger.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process instance as the projection shows it.
 *
 * @param state active, completed or terminated
 * @param elements in the order they were entered
 */
public record InstanceView(
    long key,
    String processId,
    int version,
    String state,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<ElementView> elements,
    List<TimerView> openTimers) {

  public InstanceView {
    elements = List.copyOf(elements);
    openTimers = List.copyOf(openTimers);
  }
}
