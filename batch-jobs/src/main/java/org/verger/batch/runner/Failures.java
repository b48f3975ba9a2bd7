package org.verger.batch.runner;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what failed without repeating messages, which may quote a name or a number. */
final class Failures {

  private static final int DEPTH = 5;

  private Failures() {}

  /** Classes from the failure to its cause, and our own line that it came from. */
  static String describe(Throwable failure) {
    String names =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .limit(DEPTH)
            .map(cause -> cause.getClass().getSimpleName())
            .collect(Collectors.joining(", caused by "));
    return names + place(failure).map(" at "::concat).orElse("");
  }

  private static Optional<String> place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("org.verger."))
        .findFirst()
        .map(
            frame ->
                "%s.%s:%d"
                    .formatted(
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1),
                        frame.getMethodName(),
                        frame.getLineNumber()));
  }
}
