package org.verger.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long one operation of one side took each time, and what it cost. */
final class Samples {

  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private Cost cost = Cost.NONE;
  private double seconds;
  private int shown = -1;

  /** Times one call. */
  void time(Runnable call) {
    long start = System.nanoTime();
    call.run();
    millis.add((System.nanoTime() - start) / 1e6);
  }

  /** Adds up what rounds of calls took and cost together. */
  void round(DatabaseServer server, Runnable calls) {
    Cost before = Cost.now(server);
    long start = System.nanoTime();
    calls.run();
    seconds += (System.nanoTime() - start) / 1e9;
    cost = cost.plus(Cost.now(server)).plus(before.times(-1));
  }

  /** Keeps what a call showed, and insists that it is the same each time. */
  void shown(int tasks) {
    if (shown >= 0 && shown != tasks) {
      throw new IllegalStateException("Showed " + shown + " tasks and then " + tasks);
    }
    shown = tasks;
  }

  int shown() {
    return shown;
  }

  double percentile(int share) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.get((int) Math.max(0, Math.ceil(sorted.size() * share / 100.0) - 1));
  }

  double seconds() {
    return seconds;
  }

  Cost costOfEach() {
    return cost.times(1.0 / millis.size());
  }
}
