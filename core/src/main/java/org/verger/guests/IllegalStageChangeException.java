package org.verger.guests;

/** A guest cannot go from the one stage to the other. */
public final class IllegalStageChangeException extends RuntimeException {

  IllegalStageChangeException(Stage from, Stage to) {
    super("A guest who is \"%s\" cannot become \"%s\"".formatted(from.label(), to.label()));
  }
}
