package org.verger.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.verger.money.Money;

/** Statements as the database has them. */
final class StatementRows {

  static final String ITEMS =
      """
      SELECT s.id, s.year, s.number, s.person_id, v.name, s.version, v.made_at,
        coalesce(l.gifts, 0) AS gifts, coalesce(l.sums, '{}') AS sums
      FROM giving_statement s
      JOIN giving_statement_version v ON v.statement_id = s.id AND v.version = s.version
      LEFT JOIN LATERAL (
        SELECT sum(gifts)::integer AS gifts,
          array_agg(currency || ' ' || amount ORDER BY currency) AS sums
        FROM (
          SELECT currency, sum(amount)::bigint AS amount, count(*) AS gifts
          FROM giving_statement_line l
          WHERE l.statement_id = s.id AND l.version = s.version
          GROUP BY currency) AS sum) l ON true
      """;

  static final String WHOLE =
      """
      SELECT s.id, s.year, s.number, s.person_id, s.version AS latest, v.version, v.made_at, v.name,
        v.street, v.city, v.region, v.postal_code, v.country
      FROM giving_statement s JOIN giving_statement_version v ON v.statement_id = s.id
      """;

  private StatementRows() {}

  static StatementItem item(ResultSet row, int number) throws SQLException {
    return new StatementItem(
        row.getObject("id", UUID.class),
        row.getInt("year"),
        row.getInt("number"),
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        row.getInt("version"),
        row.getTimestamp("made_at").toInstant(),
        row.getInt("gifts"),
        Arrays.stream((String[]) row.getArray("sums").getArray()).map(StatementRows::sum).toList());
  }

  private static Money sum(String text) {
    String[] parts = text.split(" ", 2);
    return Money.ofMinor(Long.parseLong(parts[1]), parts[0]);
  }

  static Statement whole(ResultSet row, List<Statement.Line> lines) throws SQLException {
    return new Statement(
        row.getObject("id", UUID.class),
        row.getInt("year"),
        row.getInt("number"),
        row.getObject("person_id", UUID.class),
        row.getInt("version"),
        row.getInt("latest"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("name"),
        new Statement.Address(
            row.getString("street"),
            row.getString("city"),
            row.getString("region"),
            row.getString("postal_code"),
            row.getString("country")),
        lines);
  }

  static Statement.Line line(ResultSet row, int number) throws SQLException {
    return new Statement.Line(
        row.getLong("gift_id"),
        row.getObject("given_on", LocalDate.class),
        row.getString("fund"),
        GivingMethod.of(row.getString("method")).orElse(GivingMethod.OTHER),
        Money.ofMinor(row.getLong("amount"), row.getString("currency")));
  }
}
