package org.verger.batch.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes spans of time: "2 h 5 min", "12 s". */
final class Spans {

  private Spans() {}

  static String words(@Nullable Duration span) {
    if (span == null) {
      return "";
    }
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
