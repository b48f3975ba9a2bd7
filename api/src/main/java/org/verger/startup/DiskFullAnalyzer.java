package org.verger.startup;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The same words come from the operating system, from Java and from the database. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DiskFullAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(
                cause -> String.valueOf(cause.getMessage()).contains("No space left on device"))
        ? new FailureAnalysis(
            "The disk is full: free some space, or choose another data folder with the environment"
                + " variable VERGER_DATA.",
            null,
            failure)
        : null;
  }
}
