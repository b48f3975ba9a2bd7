package org.verger.events;

import java.util.UUID;

/** There is no such event, or it is none of the asker's business. */
public final class UnknownEventException extends RuntimeException {

  UnknownEventException(UUID id) {
    super("No event " + id);
  }
}
