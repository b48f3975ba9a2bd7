package org.verger.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/** Gifts as the database has them. */
final class ContributionRows {

  static final String SELECT =
      """
      SELECT c.*, u.name AS unit_name, f.code AS fund_code, f.name AS fund_name,
        p.given_name, p.family_name, back.id AS taken_back_by
      FROM contribution c
      JOIN unit u ON u.id = c.unit_id
      LEFT JOIN fund f ON f.id = c.fund_id
      LEFT JOIN person p ON p.id = c.person_id
      LEFT JOIN contribution back ON back.takes_back = c.id AND back.takes_back IS NOT NULL
      """;

  private ContributionRows() {}

  static Contribution read(ResultSet row, int number) throws SQLException {
    return new Contribution(
        row.getLong("id"),
        giver(row),
        fund(row),
        new Contribution.Place(row.getObject("unit_id", UUID.class), row.getString("unit_name")),
        Money.ofMinor(row.getLong("amount"), row.getString("currency")),
        row.getObject("given_on", LocalDate.class),
        GivingMethod.of(row.getString("method")).orElse(GivingMethod.OTHER),
        row.getString("reference"),
        row.getString("note"),
        row.getObject("takes_back", Long.class),
        row.getObject("taken_back_by", Long.class),
        row.getInt("version"));
  }

  private static Contribution.@Nullable Giver giver(ResultSet row) throws SQLException {
    @Nullable UUID id = row.getObject("person_id", UUID.class);
    return id == null
        ? null
        : new Contribution.Giver(id, row.getString("given_name"), row.getString("family_name"));
  }

  private static Contribution.@Nullable FundName fund(ResultSet row) throws SQLException {
    @Nullable UUID id = row.getObject("fund_id", UUID.class);
    return id == null
        ? null
        : new Contribution.FundName(id, row.getString("fund_code"), row.getString("fund_name"));
  }
}
