package org.verger.batch;

import java.util.UUID;

/** There is no such run, or the church has none. */
public final class UnknownRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownRunException(UUID run) {
    this(run.toString());
  }

  /**
   * @param id what cannot be the id of a run
   */
  public UnknownRunException(String id) {
    super("There is no run " + id);
  }
}
