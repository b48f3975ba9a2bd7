package org.verger.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.paging.Page;
import org.verger.validation.InvalidInputException;

/** Looks at the runs of all churches, for the platform's operator; in no church's name. */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class AllRuns {

  private final RunRows rows;
  private final RunList list;
  private final JdbcClient jdbc;

  AllRuns(RunRows rows, RunList list, JdbcClient jdbc) {
    this.rows = rows;
    this.list = list;
    this.jdbc = jdbc;
  }

  /** How many runs there are of each kind that somebody may have to look at. */
  public record Counts(long failed, long held, long late, long running, long queued) {}

  /**
   * Runs that match, the latest first.
   *
   * @param cursor that of the page before; null for the first
   * @throws InvalidInputException when the cursor is none of ours
   */
  public Page<BatchRun> list(RunFilter filter, @Nullable String cursor, int limit) {
    return list.page(filter, cursor, limit);
  }

  /** As {@link #list}, without those that {@link #troubled} gives. */
  public Page<BatchRun> untroubled(RunFilter filter, @Nullable String cursor, int limit) {
    return list.untroubled(filter, cursor, limit);
  }

  /** Of the runs that match those that failed, are held or late, the latest first. */
  public List<BatchRun> troubled(RunFilter filter, int most) {
    return list.troubled(filter, most);
  }

  /**
   * A run.
   *
   * @throws UnknownRunException when there is none
   */
  public BatchRun require(UUID id) {
    return rows.where("r.id = ?", id).stream()
        .findFirst()
        .orElseThrow(() -> new UnknownRunException(id));
  }

  /** The last lines of the log of a run, in their order. */
  public List<Runs.LogLine> log(UUID run, int most) {
    return list.log(run, most);
  }

  /** How many there are, in all churches together. */
  public Counts counts() {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE r.state = 'failed') AS failed,
              count(*) FILTER (WHERE r.state = 'held') AS held,
              count(*) FILTER (WHERE %s) AS late,
              count(*) FILTER (WHERE r.state IN ('running', 'stopping')) AS running,
              count(*) FILTER (WHERE r.state = 'queued') AS queued
            FROM shared.batch_run r
            WHERE %s
            """
                .formatted(RunList.LATE, RunList.OPEN))
        .param(list.lateBefore())
        .query(Counts.class)
        .single();
  }
}
