package org.verger.batch;

import java.util.List;
import java.util.Optional;

/**
 * The schedules of the bound church; each job that has a rhythm has one. They stand outside of the
 * church's schema, so that no call takes part in a transaction.
 */
public interface Schedules {

  /** All of them, by title. */
  List<Schedule> list();

  /** That of a job. */
  Optional<Schedule> find(String job);

  /**
   * Changes one.
   *
   * @param version that it was read with
   * @return whether it was changed; not when somebody else did meanwhile
   * @throws UnknownJobException when the job has none
   */
  boolean change(String job, Rhythm rhythm, boolean on, int version);
}
