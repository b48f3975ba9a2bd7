package org.verger.guests;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** Reads cards. */
final class GuestCards {

  static final String COLUMNS =
      """
      g.id, g.first_name, g.last_name, g.language, g.stage, g.stage_since, g.campaign,
      u.name AS unit_name, g.created_at
      """;

  /** Of guest {@code g} and unit {@code u}. */
  static final String WITHIN_REACH = "(:everything OR u.path LIKE ANY (:patterns))";

  /** Of guest {@code g}; null restricts nothing. */
  static final String WANTED =
      """
      (:campaign::text IS NULL OR g.campaign = :campaign)
      AND (:search::text IS NULL
           OR position(lower(:search) IN lower(g.first_name || ' ' || g.last_name)) > 0)
      """;

  static final RowMapper<GuestCard> ROW = (row, number) -> read(row);

  private GuestCards() {}

  private static GuestCard read(ResultSet row) throws SQLException {
    return new GuestCard(
        row.getString("id"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("language"),
        row.getString("stage"),
        row.getTimestamp("stage_since").toInstant(),
        row.getString("campaign"),
        row.getString("unit_name"),
        row.getTimestamp("created_at").toInstant());
  }
}
