package org.verger.giving;

import java.util.UUID;

/** There is no such fund. */
public final class UnknownFundException extends RuntimeException {

  UnknownFundException(UUID id) {
    super("No fund " + id);
  }
}
