package org.verger.guests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** The guests, as a file. */
@Component
class GuestsExport implements ExportedList {

  private static final String SELECT =
      """
      SELECT g.*, u.name AS unit_name FROM guest g LEFT JOIN unit u ON u.id = g.unit_id
      WHERE (:stage::text IS NULL OR g.stage = :stage) AND %s AND %s
      ORDER BY g.created_at DESC, g.id DESC
      """
          .formatted(GuestCards.WANTED, GuestCards.WITHIN_REACH);

  private final JdbcClient jdbc;
  private final Access access;

  GuestsExport(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @Override
  public String name() {
    return "guests";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "First name",
        "Last name",
        "Email",
        "Phone",
        "Language",
        "Campaign",
        "Unit",
        "Stage",
        "Stage since",
        "Came");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    Reach reach = access.reachOf(reader, Area.PEOPLE);
    String stage = given(filter, "stage");
    jdbc.sql(SELECT)
        .withFetchSize(FETCH_ROWS)
        .param("stage", stage == null ? null : Stage.of(stage).code())
        .param("campaign", given(filter, "campaign"))
        .param("search", given(filter, "search"))
        .param("everything", reach.everything())
        .param("patterns", reach.patterns())
        .query(
            row -> {
              rows.add(
                  Arrays.asList(
                      row.getString("first_name"),
                      row.getString("last_name"),
                      row.getString("email"),
                      row.getString("phone"),
                      row.getString("language"),
                      row.getString("campaign"),
                      row.getString("unit_name"),
                      row.getString("stage"),
                      row.getTimestamp("stage_since").toInstant(),
                      row.getTimestamp("created_at").toInstant()));
            });
  }

  private static @Nullable String given(Map<String, String> filter, String name) {
    return Texts.given(filter.get(name));
  }
}
