package org.verger.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of a church and of a file, for the time that the file is read. */
final class KnownEvents {

  /**
   * An event as far as it is compared.
   *
   * @param proposed whether people are still to decide about it
   * @param version 0 for one that the file brings
   * @param line the line of the file that speaks of it; 0 when none has so far
   */
  record Known(
      UUID id,
      UUID unit,
      String title,
      @Nullable String description,
      @Nullable String place,
      Instant startsAt,
      Instant endsAt,
      @Nullable String externalId,
      boolean proposed,
      int version,
      long line) {

    /** The same event, of which a row of the file speaks. */
    Known onLine(long number) {
      return with(externalId, number);
    }

    /** The same event without the id of the other system. */
    Known withoutId() {
      return with(null, line);
    }

    private Known with(@Nullable String otherId, long number) {
      return new Known(
          id,
          unit,
          title,
          description,
          place,
          startsAt,
          endsAt,
          otherId,
          proposed,
          version,
          number);
    }

    private String key() {
      return unit + " " + startsAt + " " + title.toLowerCase(Locale.ROOT);
    }
  }

  private static final String AT = " @ ";

  private final Map<UUID, Known> byId = new HashMap<>();
  private final Map<String, Known> byExternalId = new HashMap<>();
  private final Map<String, Known> byKey = new HashMap<>();
  private final Set<String> series = new HashSet<>();

  /** Reads those of the church, in the transaction that is open. */
  static KnownEvents load(JdbcClient jdbc) {
    KnownEvents events = new KnownEvents();
    jdbc.sql(
            """
            SELECT id, unit_id, title, description, place, starts_at, ends_at, external_id, version,
              published_at IS NULL AS proposed
            FROM event
            """)
        .query(KnownEvents::read)
        .list()
        .forEach(events::add);
    return events;
  }

  private static Known read(ResultSet row, int number) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        row.getObject("unit_id", UUID.class),
        row.getString("title"),
        row.getString("description"),
        row.getString("place"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getString("external_id"),
        row.getBoolean("proposed"),
        row.getInt("version"),
        0);
  }

  void add(Known event) {
    byId.put(event.id(), event);
    if (event.externalId() != null) {
      byExternalId.put(event.externalId(), event);
      rememberSeries(event);
    }
    byKey.put(event.key(), event);
  }

  /** Keeps what becomes of an event, so that later rows are compared with that. */
  void replace(Known before, Known after) {
    byKey.remove(before.key(), before);
    if (before.externalId() != null) {
      byExternalId.remove(before.externalId(), before);
    }
    add(after);
  }

  /** The event with that id, if known. */
  @Nullable Known byId(UUID id) {
    return byId.get(id);
  }

  /** The event that the other system calls so, if known. */
  @Nullable Known byExternalId(@Nullable String externalId) {
    return externalId == null ? null : byExternalId.get(externalId);
  }

  /** Whether the other system calls several dates so, of which some are known. */
  boolean isSeries(String externalId) {
    return series.contains(externalId);
  }

  /**
   * What one date of a series is called: its id with its beginning. A date that was known before
   * the series was keeps what it was called.
   */
  String dateOf(String externalId, Instant startsAt) {
    Known alone = byExternalId.get(externalId);
    return alone != null && alone.startsAt().equals(startsAt)
        ? externalId
        : externalId + AT + startsAt;
  }

  private void rememberSeries(Known event) {
    String id = Objects.requireNonNull(event.externalId());
    int at = id.lastIndexOf(AT);
    if (at > 0) {
      series.add(id.substring(0, at));
    }
  }

  /** The event at the same unit with the same title and beginning, if known. */
  @Nullable Known alike(Known event) {
    return byKey.get(event.key());
  }
}
