package org.verger.giving;

import java.util.UUID;

/** There is no such statement, or not within reach. */
public final class UnknownStatementException extends RuntimeException {

  UnknownStatementException(UUID id) {
    super("There is no statement " + id);
  }
}
