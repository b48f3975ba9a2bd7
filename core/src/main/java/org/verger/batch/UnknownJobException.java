package org.verger.batch;

/** No job of that name, or it cannot be done with it what was asked. */
public final class UnknownJobException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownJobException(String job) {
    super("There is no job called " + job);
  }
}
