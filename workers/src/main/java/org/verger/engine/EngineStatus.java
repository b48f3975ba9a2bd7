package org.verger.engine;

import io.grpc.Status;
import java.util.Set;

/** What the engine's refusals mean. */
final class EngineStatus {

  private static final Set<Status.Code> PASSING =
      Set.of(
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.INTERNAL);

  private EngineStatus() {}

  /** Whether the same request may succeed later: too busy, away, too slow, connection torn. */
  static boolean isPassing(Status.Code code) {
    return PASSING.contains(code);
  }
}
