package org.verger.requests;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verger.web.Given;

/** Times as fields of the kind {@code datetime-local} have them: of the church's clock. */
public final class LocalTimes {

  private LocalTimes() {}

  /** The instant; empty when it is no time. */
  public static Optional<Instant> parse(@Nullable String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(Given.text(text)).atZone(zone).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The field's value. */
  public static String write(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
