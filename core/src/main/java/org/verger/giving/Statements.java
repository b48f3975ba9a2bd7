package org.verger.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

/**
 * The statements of what people gave, by year and number. One is within reach when all of the gifts
 * on it are.
 */
@Component
public class Statements {

  private static final int MOST = 200;

  private final JdbcClient jdbc;

  Statements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was made under a statement's number, at what time. */
  public record Version(int version, Instant madeAt) {}

  /** The years that have statements, the latest first. */
  @Transactional(readOnly = true)
  public List<Integer> years() {
    return jdbc.sql("SELECT year FROM giving_statement_year ORDER BY year DESC")
        .query(Integer.class)
        .list();
  }

  /**
   * A page of the statements within reach.
   *
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   * @throws InvalidInputException when the cursor did not come from a page of statements
   */
  @Transactional(readOnly = true)
  public Page<StatementItem> list(
      StatementFilter filter, Reach reach, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Conditions conditions = filter.within(reach).with("limit", most + 1);
    if (cursor != null) {
      if (!cursor.matches("\\d{1,4}-\\d{1,9}")) {
        throw InvalidInputException.of("cursor", "Give the cursor of a page of statements");
      }
      String[] parts = cursor.split("-", 2);
      conditions
          .and("(-s.year, s.number) > (-:afterYear, :after)")
          .with("afterYear", Integer.valueOf(parts[0]))
          .with("after", Integer.valueOf(parts[1]));
    }
    List<StatementItem> rows =
        jdbc.sql(sorted(conditions) + " LIMIT :limit")
            .params(conditions.params())
            .query(StatementRows::item)
            .list();
    return Page.of(rows, most, StatementItem::title);
  }

  /** Hands over each statement of the list, read through a cursor. */
  void each(StatementFilter filter, Reach reach, Consumer<StatementItem> taker) {
    Conditions conditions = filter.within(reach);
    jdbc.sql(sorted(conditions))
        .withFetchSize(ExportedList.FETCH_ROWS)
        .params(conditions.params())
        .query((RowCallbackHandler) row -> taker.accept(StatementRows.item(row, 0)));
  }

  /**
   * A statement with its gifts.
   *
   * @param version null for the one that counts
   * @throws UnknownStatementException when there is none within reach
   */
  @Transactional(readOnly = true)
  public Statement require(UUID id, @Nullable Integer version, Reach reach) {
    Conditions conditions = all().within(reach).and("s.id = :id", "id", id);
    if (version == null) {
      conditions.and("v.version = s.version");
    }
    conditions.and("v.version = :version", "version", version);
    return jdbc.sql(StatementRows.WHOLE + " WHERE " + conditions.sql())
        .params(conditions.params())
        .query((row, number) -> StatementRows.whole(row, lines(row)))
        .optional()
        .orElseThrow(() -> new UnknownStatementException(id));
  }

  /** What was made under the number of a statement, the latest first, as far as within reach. */
  @Transactional(readOnly = true)
  public List<Version> versions(UUID id, Reach reach) {
    Conditions conditions = all().within(reach).and("s.id = :id", "id", id);
    return jdbc.sql(StatementRows.WHOLE + " WHERE " + conditions.sql() + " ORDER BY v.version DESC")
        .params(conditions.params())
        .query(
            (row, number) ->
                new Version(row.getInt("version"), row.getTimestamp("made_at").toInstant()))
        .list();
  }

  private List<Statement.Line> lines(ResultSet row) throws SQLException {
    return jdbc.sql(
            """
            SELECT * FROM giving_statement_line WHERE statement_id = ? AND version = ?
            ORDER BY place
            """)
        .params(row.getObject("id", UUID.class), row.getInt("version"))
        .query(StatementRows::line)
        .list();
  }

  private static StatementFilter all() {
    return new StatementFilter(null, null, null);
  }

  private static String sorted(Conditions conditions) {
    return StatementRows.ITEMS + " WHERE " + conditions.sql() + " ORDER BY s.year DESC, s.number";
  }
}
