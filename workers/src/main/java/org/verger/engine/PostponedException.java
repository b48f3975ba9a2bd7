package org.verger.engine;

import java.time.Instant;

/** It is too early for the work; the job comes again at {@link #until} with all its retries. */
public final class PostponedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Instant until;

  public PostponedException(Instant until) {
    super("Postponed until " + until);
    this.until = until;
  }

  /** When the work may be tried again. */
  public Instant until() {
    return until;
  }
}
