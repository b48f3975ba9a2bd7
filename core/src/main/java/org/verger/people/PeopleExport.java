package org.verger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** The people with their families, as a file. */
@Component
class PeopleExport implements ExportedList {

  // What needs the right to data is empty where the reader lacks it.
  private static final String SELECT =
      """
      SELECT p.given_name, p.family_name, p.membership, p.active, p.language, u.name AS unit_name,
        p.joined_on, p.left_on, p.external_id, %1$s AS open, p.email, p.phone, p.birth_date,
        p.household_role, h.name AS family, h.street, h.city, h.region, h.postal_code, h.country
      FROM person p LEFT JOIN unit u ON u.id = p.unit_id
      LEFT JOIN household h ON h.id = p.household_id
      WHERE %2$s ORDER BY lower(p.family_name), lower(p.given_name), p.id
      """
          .formatted(Sight.DATA, PeopleFilter.WANTED);

  private final JdbcClient jdbc;
  private final PeopleRights rights;

  PeopleExport(JdbcClient jdbc, PeopleRights rights) {
    this.jdbc = jdbc;
    this.rights = rights;
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Given name",
        "Family name",
        "Email",
        "Phone",
        "Birth date",
        "Language",
        "Membership",
        "Active",
        "Joined on",
        "Left on",
        "Unit",
        "Family",
        "Family role",
        "Street",
        "City",
        "Region",
        "Postal code",
        "Country",
        "External id");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    jdbc.sql(SELECT)
        .withFetchSize(FETCH_ROWS)
        .params(PeopleFilter.of(filter).params(rights.sightOf(reader)))
        .query(
            row -> {
              rows.add(cells(row));
            });
  }

  private static List<@Nullable Object> cells(ResultSet row) throws SQLException {
    boolean open = row.getBoolean("open");
    return Arrays.asList(
        row.getString("given_name"),
        row.getString("family_name"),
        open ? row.getString("email") : null,
        open ? row.getString("phone") : null,
        open ? row.getObject("birth_date", LocalDate.class) : null,
        row.getString("language"),
        row.getString("membership"),
        row.getBoolean("active"),
        row.getObject("joined_on", LocalDate.class),
        row.getObject("left_on", LocalDate.class),
        row.getString("unit_name"),
        open ? row.getString("family") : null,
        open ? row.getString("household_role") : null,
        open ? row.getString("street") : null,
        open ? row.getString("city") : null,
        open ? row.getString("region") : null,
        open ? row.getString("postal_code") : null,
        open ? row.getString("country") : null,
        row.getString("external_id"));
  }
}
