package org.verger.retention;

import java.time.Duration;
import java.time.Instant;

/** Something that is kept for a time and then forgotten. A feature adds its own as a bean. */
public interface Expiring {

  /** What it is, in kebab-case: {@code used-task-links}. */
  String name();

  /** How long it is kept; a setting. */
  Duration kept();

  /**
   * Forgets some of what the bound church has from before that time, in a transaction of its own.
   *
   * @param most how many rows at once
   * @return how many; fewer than {@code most} when no more are left
   */
  int forget(Instant before, int most);
}
