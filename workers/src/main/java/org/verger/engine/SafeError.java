package org.verger.engine;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what failed without repeating messages, which may quote a name or a number: the database's
 * complaint about a duplicate key does.
 */
final class SafeError {

  private static final int DEPTH = 5;

  private SafeError() {}

  /** Classes and safe messages from the failure to its cause, and our own line it came from. */
  static String describe(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .limit(DEPTH)
            .map(SafeError::name)
            .collect(Collectors.joining(", caused by "))
        + place(failure);
  }

  private static String name(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure instanceof SafeMessage safe ? name + " (" + safe.safeMessage() + ")" : name;
  }

  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("org.verger."))
        .findFirst()
        .map(
            frame ->
                " at %s.%s:%d"
                    .formatted(
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1),
                        frame.getMethodName(),
                        frame.getLineNumber()))
        .orElse("");
  }
}
