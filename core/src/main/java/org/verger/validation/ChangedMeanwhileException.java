package org.verger.validation;

/** Somebody else changed the record since whoever wants to change it read it. */
public final class ChangedMeanwhileException extends RuntimeException {

  public ChangedMeanwhileException() {
    super("It has changed meanwhile: read it again and decide anew");
  }
}
