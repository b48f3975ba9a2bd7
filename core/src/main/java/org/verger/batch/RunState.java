package org.verger.batch;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a run of a job can be in. */
public enum RunState {
  /** Waits for a thread. */
  QUEUED,
  RUNNING,
  /** Was asked to stop and has not yet. */
  STOPPING,
  /** Goes on from there when it is restarted. */
  STOPPED,
  COMPLETED,
  FAILED,
  /** Did not go on because of what it found; somebody has to put that right first. */
  HELD,
  /** Given up for good. */
  ABANDONED;

  /** The form in which it is stored: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with this code, if there is one. */
  public static Optional<RunState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }

  /** The states that can follow. */
  public Set<RunState> next() {
    return switch (this) {
      case QUEUED -> EnumSet.of(RUNNING, STOPPED, ABANDONED);
      case RUNNING -> EnumSet.of(QUEUED, STOPPING, STOPPED, COMPLETED, FAILED, HELD);
      case STOPPING -> EnumSet.of(STOPPED, COMPLETED, FAILED, HELD);
      case STOPPED, FAILED, HELD -> EnumSet.of(QUEUED, ABANDONED);
      case COMPLETED, ABANDONED -> EnumSet.noneOf(RunState.class);
    };
  }

  /** Whether nothing is being done or waits to be done. */
  public boolean isOver() {
    return this != QUEUED && this != RUNNING && this != STOPPING;
  }

  /** Those in which nothing is being done, and from which somebody can let a run go on. */
  public static List<RunState> restartable() {
    return Arrays.stream(values())
        .filter(state -> state.isOver() && state.next().contains(QUEUED))
        .toList();
  }

  /** The codes of the states from which this one can be reached. */
  public List<String> before() {
    return Arrays.stream(values())
        .filter(state -> state.next().contains(this))
        .map(RunState::code)
        .toList();
  }
}
