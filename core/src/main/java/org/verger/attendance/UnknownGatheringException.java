package org.verger.attendance;

import java.util.UUID;

/** There is no such gathering, or it is none of the asker's business. */
public final class UnknownGatheringException extends RuntimeException {

  UnknownGatheringException(UUID id) {
    super("No gathering " + id);
  }
}
