package org.verger.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.verger.exports.ExportedList;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/**
 * A list that breaks off after as many rows as {@code rows} says, and before that waits at a gate
 * when {@code gate} is given.
 */
public class AwkwardList implements ExportedList {

  private static final Semaphore GATE = new Semaphore(0);

  /** How many wait at the gate. */
  public static int waiting() {
    return GATE.getQueueLength();
  }

  /** Lets so many pass. */
  public static void letPass(int readers) {
    GATE.release(readers);
  }

  @Override
  public String name() {
    return "awkward";
  }

  @Override
  public @Nullable Area area() {
    return null;
  }

  @Override
  public List<String> columns() {
    return List.of("Number");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    if (filter.containsKey("gate")) {
      GATE.acquireUninterruptibly();
    }
    int wanted = Integer.parseInt(filter.getOrDefault("rows", "0"));
    for (int number = 0; number < wanted; number++) {
      rows.add(List.of(number));
    }
    throw new IllegalStateException("broken on purpose");
  }
}
