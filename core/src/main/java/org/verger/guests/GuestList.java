package org.verger.guests;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Reach;
import org.verger.paging.Page;

/** The guests, those who came last first. */
@Component
public class GuestList {

  private static final int MOST = 200;

  private final JdbcClient jdbc;

  GuestList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which guests to list. What is null does not restrict.
   *
   * @param search a part of the name
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   */
  public record Filter(
      @Nullable Stage stage,
      @Nullable String campaign,
      @Nullable String search,
      @Nullable String cursor,
      int limit) {

    public Filter {
      limit = Math.clamp(limit, 1, MOST);
    }
  }

  /**
   * A page of the guests within reach.
   *
   * @throws IllegalArgumentException when the cursor did not come from a page of guests
   */
  @Transactional(readOnly = true)
  public Page<GuestCard> list(Filter filter, Reach reach) {
    Position after = filter.cursor() == null ? Position.START : Position.parse(filter.cursor());
    Stage stage = filter.stage();
    var rows =
        jdbc.sql(
                """
                SELECT %s FROM guest g LEFT JOIN unit u ON u.id = g.unit_id
                WHERE (:stage::text IS NULL OR g.stage = :stage)
                  AND %s
                  AND (g.created_at, g.id) < (:createdAt, :id) AND %s
                ORDER BY g.created_at DESC, g.id DESC LIMIT :limit
                """
                    .formatted(GuestCards.COLUMNS, GuestCards.WANTED, GuestCards.WITHIN_REACH))
            .param("stage", stage == null ? null : stage.code())
            .param("campaign", filter.campaign())
            .param("search", Texts.given(filter.search()))
            .param("createdAt", Timestamp.from(after.createdAt()))
            .param("id", after.id())
            .param("everything", reach.everything())
            .param("patterns", reach.patterns())
            .param("limit", filter.limit() + 1)
            .query(GuestCards.ROW)
            .list();
    return Page.of(rows, filter.limit(), last -> last.createdAt() + "_" + last.id());
  }

  /** How many guests within reach came at that time or later. */
  @Transactional(readOnly = true)
  public long countSince(Instant time, Reach reach) {
    return jdbc.sql(
            """
            SELECT count(*) FROM guest g LEFT JOIN unit u ON u.id = g.unit_id
            WHERE g.created_at >= :time AND %s
            """
                .formatted(GuestCards.WITHIN_REACH))
        .param("time", Timestamp.from(time))
        .param("everything", reach.everything())
        .param("patterns", reach.patterns())
        .query(Long.class)
        .single();
  }

  private record Position(Instant createdAt, UUID id) {

    static final Position START =
        new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    static Position parse(String cursor) {
      String[] parts = cursor.split("_", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException("This cursor did not come from a page of guests");
      }
      try {
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (DateTimeParseException unreadable) {
        throw new IllegalArgumentException(
            "This cursor did not come from a page of guests", unreadable);
      }
    }
  }
}
