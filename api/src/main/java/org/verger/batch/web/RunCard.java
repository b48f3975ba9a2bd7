package org.verger.batch.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.verger.batch.BatchRun;
import org.verger.batch.RunState;

/**
 * A run as pages show it.
 *
 * @param title the job's
 * @param took how long it has been worked on
 * @param left how long it still takes; empty when that is not known
 * @param pace items a second
 */
record RunCard(BatchRun run, String title, String took, String left, String pace) {

  static RunCard of(BatchRun run, String title, Instant now) {
    return new RunCard(
        run,
        title,
        Spans.words(run.took(now)),
        Spans.words(run.left(now)),
        String.format("%,.0f", run.perSecond(now)));
  }

  /** The state as it is stored, the end of keys of texts. */
  public String state() {
    return run.state().code();
  }

  /** The night, or what else makes it one of its kind. */
  public String what() {
    return day(run) == null && !byHand() ? run.key() : occasion();
  }

  /** The same without the ids of what it is about, which are the church's business. */
  public String occasion() {
    LocalDate day = day(run);
    return day != null ? "night of " + day : byHand() ? "by hand" : "asked for";
  }

  private boolean byHand() {
    return run.key().startsWith("by-hand-");
  }

  /** The night that a run is for; null when somebody asked for it. */
  static @Nullable LocalDate day(BatchRun run) {
    try {
      return run.scheduledFor() == null ? null : LocalDate.parse(run.key());
    } catch (DateTimeParseException other) {
      return null;
    }
  }

  /** From 0 to 100; null when that is not known. */
  public @Nullable Integer percent() {
    return run.state() == RunState.COMPLETED ? Integer.valueOf(100) : run.percent();
  }

  /** Whether it is being worked on or waits for that. */
  public boolean lives() {
    return !run.state().isOver();
  }

  public boolean canStop() {
    return run.state() == RunState.QUEUED || run.state() == RunState.RUNNING;
  }

  public boolean canRestart() {
    return run.state().isOver() && run.state().next().contains(RunState.QUEUED);
  }

  public boolean canAbandon() {
    return run.state().next().contains(RunState.ABANDONED);
  }

  public boolean canRecover() {
    return run.orphaned();
  }
}
