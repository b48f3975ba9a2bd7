package org.verger.events;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Reach;
import org.verger.paging.Conditions;
import org.verger.paging.Page;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;

/**
 * The events, those that begin first first. Everybody sees what is published; what waits for those
 * who decide is seen by those who have a say over events there.
 */
@Component
public class EventList {

  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Clock clock;

  EventList(JdbcClient jdbc, Tenants tenants, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * A page of the events that somebody may see.
   *
   * @param reach how far their say over events reaches
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   * @throws InvalidInputException when the cursor did not come from a page of events
   */
  @Transactional(readOnly = true)
  public Page<Event> list(EventFilter filter, Reach reach, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Conditions conditions = conditions(filter, reach).with("limit", most + 1);
    if (cursor != null) {
      Position after = Position.parse(cursor);
      conditions
          .and("(e.starts_at, e.id) > (:after, :id)", "after", Timestamp.from(after.startsAt()))
          .with("id", after.id());
    }
    List<Event> rows =
        jdbc.sql(sorted(conditions) + " LIMIT :limit")
            .params(conditions.params())
            .query(Events::read)
            .list();
    return Page.of(rows, most, last -> last.startsAt() + "_" + last.id());
  }

  /** One event, if they may see it. */
  @Transactional(readOnly = true)
  public Optional<Event> find(UUID id, Reach reach) {
    Conditions conditions = visible(reach).and("e.id = :id", "id", id);
    return jdbc.sql(sorted(conditions)).params(conditions.params()).query(Events::read).optional();
  }

  /**
   * The event.
   *
   * @throws UnknownEventException when there is none that they may see
   */
  @Transactional(readOnly = true)
  public Event require(UUID id, Reach reach) {
    return find(id, reach).orElseThrow(() -> new UnknownEventException(id));
  }

  /** Hands over each event of the list, read through a cursor. */
  void each(EventFilter filter, Reach reach, Consumer<Event> taker) {
    Conditions conditions = conditions(filter, reach);
    jdbc.sql(sorted(conditions))
        .withFetchSize(ExportedList.FETCH_ROWS)
        .params(conditions.params())
        .query((RowCallbackHandler) row -> taker.accept(Events.read(row, 0)));
  }

  private static String sorted(Conditions conditions) {
    return Events.SELECT + " WHERE " + conditions.sql() + " ORDER BY e.starts_at, e.id";
  }

  private Conditions conditions(EventFilter filter, Reach reach) {
    Conditions conditions =
        visible(reach)
            .and("e.ends_at >= :from", "from", beginning(filter))
            .and("e.starts_at < :to", "to", filter.to() == null ? null : start(filter.to(), 1))
            .and(
                "starts_with(u.path, (SELECT path FROM unit WHERE id = :unit))",
                "unit",
                filter.unit())
            .and("position(lower(:search) IN lower(e.title)) > 0", "search", filter.search());
    return switch (filter.published()) {
      case "yes" -> conditions.and("e.published_at IS NOT NULL");
      case "no" -> conditions.and("e.published_at IS NULL");
      default -> conditions;
    };
  }

  private @Nullable Timestamp beginning(EventFilter filter) {
    LocalDate from = filter.from();
    if (from != null) {
      return start(from, 0);
    }
    return filter.to() == null ? Timestamp.from(clock.instant()) : null;
  }

  private Timestamp start(LocalDate day, int later) {
    ZoneId zone = tenants.current().zone();
    return Timestamp.from(day.plusDays(later).atStartOfDay(zone).toInstant());
  }

  private static Conditions visible(Reach reach) {
    return new Conditions()
        .and(
            """
            e.published_at IS NOT NULL OR (u.path LIKE ANY (:patterns) AND NOT EXISTS (
              SELECT FROM request r WHERE r.id = e.request_id AND r.ended_at IS NOT NULL))
            """)
        .with("patterns", reach.patterns());
  }

  private record Position(Instant startsAt, UUID id) {

    static Position parse(String cursor) {
      String[] parts = cursor.split("_", 2);
      try {
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (DateTimeParseException | IllegalArgumentException wrong) {
        throw InvalidInputException.of("cursor", "Give the cursor of a page of events");
      }
    }
  }
}
