package org.verger.people;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** The families, as a file. */
@Component
class HouseholdsExport implements ExportedList {

  private static final String SELECT =
      """
      SELECT h.*, (SELECT count(*) FROM person m WHERE m.household_id = h.id) AS people
      FROM household h WHERE %s ORDER BY lower(h.name), h.id
      """
          .formatted(HouseholdList.WANTED);

  private final JdbcClient jdbc;
  private final PeopleRights rights;

  HouseholdsExport(JdbcClient jdbc, PeopleRights rights) {
    this.jdbc = jdbc;
    this.rights = rights;
  }

  @Override
  public String name() {
    return "households";
  }

  @Override
  public Area area() {
    return Area.MEMBER_DATA;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Family", "Street", "City", "Region", "Postal code", "Country", "Members", "External id");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    jdbc.sql(SELECT)
        .withFetchSize(FETCH_ROWS)
        .params(HouseholdList.params(rights.sightOf(reader), filter.get("search")))
        .query(
            row -> {
              rows.add(
                  Arrays.asList(
                      row.getString("name"),
                      row.getString("street"),
                      row.getString("city"),
                      row.getString("region"),
                      row.getString("postal_code"),
                      row.getString("country"),
                      row.getLong("people"),
                      row.getString("external_id")));
            });
  }
}
