package org.verger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;

/** The rows of people; each belongs to the transaction that is open. */
@Component
class PeopleRecords {

  private final JdbcClient jdbc;
  private final Clock clock;

  PeopleRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A person as stored.
   *
   * @param household null when they belong to no family
   */
  record Stored(PersonData data, @Nullable HouseholdId household, int version) {}

  void insert(PersonId id, PersonData data) {
    jdbc.sql(
            """
            INSERT INTO person (given_name, family_name, email, phone, language, birth_date,
              membership, joined_on, left_on, unit_id, active, id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(data.givenName())
        .param(data.familyName())
        .param(data.email())
        .param(data.phone())
        .param(data.language())
        .param(data.birthDate())
        .param(data.membership().code())
        .param(data.joinedOn())
        .param(data.leftOn())
        .param(data.unit() == null ? null : data.unit().value())
        .param(data.active())
        .param(id.value())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  void update(PersonId id, PersonData data) {
    jdbc.sql(
            """
            UPDATE person SET given_name = ?, family_name = ?, email = ?, phone = ?, language = ?,
              birth_date = ?, membership = ?, joined_on = ?, left_on = ?, unit_id = ?, active = ?,
              version = version + 1
            WHERE id = ?
            """)
        .param(data.givenName())
        .param(data.familyName())
        .param(data.email())
        .param(data.phone())
        .param(data.language())
        .param(data.birthDate())
        .param(data.membership().code())
        .param(data.joinedOn())
        .param(data.leftOn())
        .param(data.unit() == null ? null : data.unit().value())
        .param(data.active())
        .param(id.value())
        .update();
  }

  /** Moves somebody into a family, or out of all with nulls. */
  void move(PersonId id, @Nullable HouseholdId household, @Nullable HouseholdRole role) {
    jdbc.sql(
            """
            UPDATE person SET household_id = ?, household_role = ?, version = version + 1
            WHERE id = ?
            """)
        .param(household == null ? null : household.value())
        .param(role == null ? null : role.code())
        .param(id.value())
        .update();
  }

  /** The person, whom nobody else can change until the transaction ends. */
  Optional<Stored> lock(PersonId id) {
    return jdbc.sql("SELECT * FROM person WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(PeopleRecords::read)
        .optional();
  }

  private static Stored read(ResultSet row, int number) throws SQLException {
    @Nullable UUID household = row.getObject("household_id", UUID.class);
    @Nullable UUID unit = row.getObject("unit_id", UUID.class);
    return new Stored(
        new PersonData(
            row.getString("given_name"),
            row.getString("family_name"),
            row.getString("email"),
            row.getString("phone"),
            row.getString("language"),
            row.getObject("birth_date", LocalDate.class),
            Membership.of(row.getString("membership")),
            row.getObject("joined_on", LocalDate.class),
            row.getObject("left_on", LocalDate.class),
            unit == null ? null : new UnitId(unit),
            row.getBoolean("active")),
        household == null ? null : new HouseholdId(household),
        row.getInt("version"));
  }
}
