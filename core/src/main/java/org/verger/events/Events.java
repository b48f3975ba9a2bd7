package org.verger.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.approvals.RequestId;
import org.verger.organisation.UnitId;

/** The events of the current church. */
@Component
public class Events {

  static final String SELECT =
      "SELECT e.*, u.name AS unit_name FROM event e JOIN unit u ON u.id = e.unit_id ";

  private final JdbcClient jdbc;
  private final Clock clock;

  Events(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What the request proposes, if it is a proposal. */
  @Transactional(readOnly = true)
  public Optional<Event> proposedBy(RequestId id) {
    return jdbc.sql(SELECT + "WHERE e.request_id = ?")
        .param(id.value())
        .query(Events::read)
        .optional();
  }

  Event require(RequestId id) {
    return proposedBy(id).orElseThrow(() -> new IllegalStateException("No event: " + id));
  }

  void keep(RequestId id, ProposeEvent.Wanted wanted) {
    jdbc.sql(
            """
            INSERT INTO event (id, request_id, unit_id, title, description, place, starts_at, ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (request_id) DO UPDATE SET title = excluded.title,
              description = excluded.description, place = excluded.place,
              starts_at = excluded.starts_at, ends_at = excluded.ends_at,
              version = event.version + 1
            """)
        .param(UUID.randomUUID())
        .param(id.value())
        .param(wanted.unit().value())
        .param(wanted.title())
        .param(wanted.description())
        .param(wanted.place())
        .param(Timestamp.from(wanted.startsAt()))
        .param(Timestamp.from(wanted.endsAt()))
        .update();
  }

  /** Publishes it; one that is published is left as it is. */
  void publish(RequestId id) {
    jdbc.sql(
            """
            UPDATE event SET published_at = ?, version = version + 1
            WHERE request_id = ? AND published_at IS NULL
            """)
        .params(Timestamp.from(clock.instant()), id.value())
        .update();
  }

  static Event read(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp published = row.getTimestamp("published_at");
    return new Event(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        new UnitId(row.getObject("unit_id", UUID.class)),
        row.getString("unit_name"),
        row.getString("title"),
        row.getString("description"),
        row.getString("place"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        published == null ? null : published.toInstant(),
        row.getInt("version"));
  }
}
