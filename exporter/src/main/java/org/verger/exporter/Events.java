package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How events say that something is not there, and when they happened. */
final class Events {

  private Events() {}

  /** The broker's clock, which the demo moves. */
  static Instant timeOf(Record<?> event) {
    return Instant.ofEpochMilli(event.getTimestamp());
  }

  /** The engine writes -1 where there is no key. */
  static @Nullable Long keyOrNull(long key) {
    return key < 0 ? null : key;
  }

  /** The engine writes an empty text where there is none. PostgreSQL stores no NUL. */
  static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : storable(text);
  }

  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
