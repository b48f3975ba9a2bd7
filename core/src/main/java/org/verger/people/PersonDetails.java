package org.verger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;

/** One person with what the reader may see of them. */
@Component
public class PersonDetails {

  private static final String SELECT =
      """
      SELECT p.*, u.name AS unit_name, %s AS open,
        (SELECT max(l.since) FROM person_lapse l
         WHERE l.person_id = p.id AND l.returned_on IS NULL) AS inactive_since
      FROM person p LEFT JOIN unit u ON u.id = p.unit_id WHERE p.id = :id AND %s
      """
          .formatted(Sight.DATA, Sight.WITHIN);

  private final JdbcClient jdbc;
  private final PeopleRights rights;
  private final HouseholdDetails households;

  PersonDetails(JdbcClient jdbc, PeopleRights rights, HouseholdDetails households) {
    this.jdbc = jdbc;
    this.rights = rights;
    this.households = households;
  }

  /** The person, if there is one whom the reader may see. */
  @Transactional(readOnly = true)
  public Optional<PersonView> find(PersonId id, PersonId reader) {
    Sight sight = rights.sightOf(reader);
    Map<String, @Nullable Object> params = sight.params();
    params.put("id", id.value());
    return jdbc.sql(SELECT).params(params).query((row, number) -> read(row, sight)).optional();
  }

  // Who sees a person and their data may change them too.
  private PersonView read(ResultSet row, Sight sight) throws SQLException {
    boolean open = row.getBoolean("open");
    @Nullable UUID family = open ? row.getObject("household_id", UUID.class) : null;
    return new PersonView(
        row.getObject("id", UUID.class),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("language"),
        row.getString("membership"),
        row.getBoolean("active"),
        row.getObject("unit_id", UUID.class),
        row.getString("unit_name"),
        row.getObject("joined_on", LocalDate.class),
        row.getObject("left_on", LocalDate.class),
        open,
        open,
        open ? row.getString("email") : null,
        open ? row.getString("phone") : null,
        open ? row.getObject("birth_date", LocalDate.class) : null,
        open ? row.getString("household_role") : null,
        family == null ? null : households.find(new HouseholdId(family), sight).orElse(null),
        open ? row.getObject("inactive_since", LocalDate.class) : null,
        row.getInt("version"));
  }
}
