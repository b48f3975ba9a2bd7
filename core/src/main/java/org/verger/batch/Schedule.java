package org.verger.batch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When a job runs for a church.
 *
 * @param title the job's
 * @param zone the church's
 * @param on whether it runs at all
 * @param version counts the changes
 * @param next the next ten times, whether it is on or not
 */
public record Schedule(
    String job,
    String title,
    Rhythm rhythm,
    ZoneId zone,
    boolean on,
    int version,
    List<Instant> next) {

  public Schedule {
    next = List.copyOf(next);
  }
}
