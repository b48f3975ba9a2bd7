package org.verger.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
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
import org.verger.validation.InvalidInputException;

/** The gatherings of the current church, the latest first. */
@Component
public class Gatherings {

  private static final int MOST = 200;

  private static final String SELECT =
      """
      SELECT g.*, u.name AS unit_name, m.name AS group_name, e.title AS event_title,
        (SELECT count(*) FROM attendance a WHERE a.gathering_id = g.id) AS present
      FROM gathering g
      JOIN unit u ON u.id = g.unit_id
      LEFT JOIN ministry_group m ON m.id = g.group_id
      LEFT JOIN event e ON e.id = g.event_id
      WHERE %s ORDER BY g.held_on DESC, g.id DESC
      """;

  private final JdbcClient jdbc;

  Gatherings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page of the gatherings within reach.
   *
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   * @throws InvalidInputException when the cursor did not come from a page of gatherings
   */
  @Transactional(readOnly = true)
  public Page<Gathering> list(
      GatheringFilter filter, Reach reach, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Conditions conditions = filter.within(reach).with("limit", most + 1);
    if (cursor != null) {
      Position after = Position.parse(cursor);
      conditions.and("(g.held_on, g.id) < (:day, :id)", "day", after.day()).with("id", after.id());
    }
    List<Gathering> rows =
        jdbc.sql(SELECT.formatted(conditions.sql()) + "LIMIT :limit")
            .params(conditions.params())
            .query(Gatherings::read)
            .list();
    return Page.of(rows, most, last -> last.heldOn() + "_" + last.id());
  }

  /** One gathering, if it is within reach. */
  @Transactional(readOnly = true)
  public Optional<Gathering> find(UUID id, Reach reach) {
    Conditions conditions = GatheringFilter.ALL.within(reach).and("g.id = :id", "id", id);
    return jdbc.sql(SELECT.formatted(conditions.sql()))
        .params(conditions.params())
        .query(Gatherings::read)
        .optional();
  }

  /**
   * The gathering.
   *
   * @throws UnknownGatheringException when there is none within reach
   */
  @Transactional(readOnly = true)
  public Gathering require(UUID id, Reach reach) {
    return find(id, reach).orElseThrow(() -> new UnknownGatheringException(id));
  }

  /** The gathering; nobody else changes it until the transaction ends. */
  Gathering lock(UUID id, Reach reach) {
    jdbc.sql("SELECT id FROM gathering WHERE id = ? FOR UPDATE")
        .param(id)
        .query(UUID.class)
        .optional();
    return require(id, reach);
  }

  /** Hands over each gathering of the list, read through a cursor. */
  void each(GatheringFilter filter, Reach reach, Consumer<Gathering> taker) {
    Conditions conditions = filter.within(reach);
    jdbc.sql(SELECT.formatted(conditions.sql()))
        .withFetchSize(ExportedList.FETCH_ROWS)
        .params(conditions.params())
        .query((RowCallbackHandler) row -> taker.accept(read(row, 0)));
  }

  private static Gathering read(ResultSet row, int number) throws SQLException {
    return new Gathering(
        row.getObject("id", UUID.class),
        row.getObject("unit_id", UUID.class),
        row.getString("unit_name"),
        row.getObject("group_id", UUID.class),
        row.getString("group_name"),
        row.getObject("event_id", UUID.class),
        row.getString("event_title"),
        row.getString("name"),
        row.getObject("held_on", LocalDate.class),
        row.getObject("starts_at", LocalTime.class),
        row.getObject("headcount", Integer.class),
        row.getLong("present"),
        row.getString("note"),
        row.getInt("version"));
  }

  private record Position(LocalDate day, UUID id) {

    static Position parse(String cursor) {
      String[] parts = cursor.split("_", 2);
      try {
        return new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
      } catch (DateTimeParseException | IllegalArgumentException wrong) {
        throw InvalidInputException.of("cursor", "Give the cursor of a page of gatherings");
      }
    }
  }
}
