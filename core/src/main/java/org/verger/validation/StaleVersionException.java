package org.verger.validation;

/** A change that was meant for an earlier version of a record; nothing was changed. */
public final class StaleVersionException extends RuntimeException {

  /**
   * A refusal of such a change.
   *
   * @param expected the version that the sender had read
   */
  public StaleVersionException(int expected) {
    super("It has changed since version " + expected + ": read it again and decide anew");
  }
}
