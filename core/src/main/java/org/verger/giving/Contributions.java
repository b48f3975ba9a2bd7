package org.verger.giving;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.money.Money;
import org.verger.organisation.Reach;
import org.verger.paging.Conditions;
import org.verger.paging.Page;
import org.verger.validation.InvalidInputException;

/** The gifts made to the current church, the latest first. */
@Component
public class Contributions {

  private static final int MOST = 200;

  private final JdbcClient jdbc;

  Contributions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the gifts of a list come to in one currency.
   *
   * @param count how many there are, those that take money back too
   */
  public record Total(Money sum, long count) {}

  /**
   * A page of the gifts within reach.
   *
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   * @throws InvalidInputException when the cursor did not come from a page of gifts
   */
  @Transactional(readOnly = true)
  public Page<Contribution> list(
      ContributionFilter filter, Reach reach, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Conditions conditions = filter.within(reach).with("limit", most + 1);
    if (cursor != null) {
      Position after = Position.parse(cursor);
      conditions.and("(c.given_on, c.id) < (:day, :id)", "day", after.day()).with("id", after.id());
    }
    List<Contribution> rows =
        jdbc.sql(sorted(conditions) + " LIMIT :limit")
            .params(conditions.params())
            .query(ContributionRows::read)
            .list();
    return Page.of(rows, most, last -> last.givenOn() + "_" + last.id());
  }

  /** What all gifts of the list come to, for each currency. */
  @Transactional(readOnly = true)
  public List<Total> totals(ContributionFilter filter, Reach reach) {
    Conditions conditions = filter.within(reach);
    return jdbc.sql(
            """
            SELECT c.currency, sum(c.amount)::bigint AS sum, count(*) AS count
            FROM contribution c JOIN unit u ON u.id = c.unit_id
            LEFT JOIN person p ON p.id = c.person_id
            WHERE %s GROUP BY c.currency ORDER BY count(*) DESC, c.currency
            """
                .formatted(conditions.sql()))
        .params(conditions.params())
        .query(
            (row, number) ->
                new Total(
                    Money.ofMinor(row.getLong("sum"), row.getString("currency")),
                    row.getLong("count")))
        .list();
  }

  /** One gift, if it is within reach. */
  @Transactional(readOnly = true)
  public Optional<Contribution> find(long id, Reach reach) {
    Conditions conditions = ContributionFilter.ALL.within(reach).and("c.id = :id", "id", id);
    return jdbc.sql(sorted(conditions))
        .params(conditions.params())
        .query(ContributionRows::read)
        .optional();
  }

  /**
   * The gift.
   *
   * @throws UnknownContributionException when there is none within reach
   */
  @Transactional(readOnly = true)
  public Contribution require(long id, Reach reach) {
    return find(id, reach).orElseThrow(() -> new UnknownContributionException(id));
  }

  /** The gift; nobody else changes it until the transaction ends. */
  Contribution lock(long id, Reach reach) {
    jdbc.sql("SELECT id FROM contribution WHERE id = ? FOR UPDATE")
        .param(id)
        .query(Long.class)
        .optional();
    return require(id, reach);
  }

  /** Hands over each gift of the list, read through a cursor. */
  void each(ContributionFilter filter, Reach reach, Consumer<Contribution> taker) {
    Conditions conditions = filter.within(reach);
    jdbc.sql(sorted(conditions))
        .withFetchSize(ExportedList.FETCH_ROWS)
        .params(conditions.params())
        .query((RowCallbackHandler) row -> taker.accept(ContributionRows.read(row, 0)));
  }

  private static String sorted(Conditions conditions) {
    return ContributionRows.SELECT
        + " WHERE "
        + conditions.sql()
        + " ORDER BY c.given_on DESC, c.id DESC";
  }

  private record Position(LocalDate day, long id) {

    static Position parse(String cursor) {
      String[] parts = cursor.split("_", 2);
      try {
        return new Position(LocalDate.parse(parts[0]), Long.parseLong(parts[parts.length - 1]));
      } catch (DateTimeParseException | NumberFormatException wrong) {
        throw InvalidInputException.of("cursor", "Give the cursor of a page of gifts");
      }
    }
  }
}
