package org.verger.batch;

import java.util.UUID;

/** The church has no such run. */
public final class UnknownRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownRunException(UUID run) {
    super("There is no run " + run);
  }
}
