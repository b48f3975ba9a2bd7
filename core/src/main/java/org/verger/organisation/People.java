package org.verger.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who serve in the current church, and the roles they hold. */
@Component
public class People {

  private static final String COLUMNS =
      "id, given_name, family_name, email, phone, language, active";

  private static final String HOLDERS =
      """
      SELECT h.id, h.person_id, h.role, h.unit_id, h.since,
        trim(p.given_name || ' ' || p.family_name) AS name
      FROM role_holding h
      JOIN person p ON p.id = h.person_id AND p.active
      JOIN unit u ON u.id = h.unit_id
      WHERE h.until IS NULL
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  People(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** Enters a person. */
  @Transactional
  public PersonId create(NewPerson person) {
    PersonId id = PersonId.random();
    jdbc.sql(
            """
            INSERT INTO person (id, given_name, family_name, email, phone, language, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id.value())
        .param(person.givenName())
        .param(person.familyName())
        .param(person.email())
        .param(person.phone())
        .param(person.language())
        .param(now())
        .update();
    return id;
  }

  /** The person, if there is one with this id. */
  @Transactional(readOnly = true)
  public Optional<Person> find(PersonId id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM person WHERE id = ?")
        .param(id.value())
        .query(People::read)
        .optional();
  }

  /** Gives a person a role at a unit; who holds it already keeps it. */
  @Transactional
  public void assign(PersonId person, Role role, UnitId unit) {
    jdbc.sql(
            """
            INSERT INTO role_holding (id, person_id, unit_id, role, since) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person_id, unit_id, role) WHERE until IS NULL DO NOTHING
            """)
        .params(UUID.randomUUID(), person.value(), unit.value(), role.value(), now())
        .update();
    events.publishEvent(new RolesChanged(role, unit));
  }

  /** Ends a holding; one that has ended, or never was, is left as it is. */
  @Transactional
  public void relieve(PersonId person, Role role, UnitId unit) {
    jdbc.sql(
            """
            UPDATE role_holding SET until = ?
            WHERE person_id = ? AND unit_id = ? AND role = ? AND until IS NULL
            """)
        .params(now(), person.value(), unit.value(), role.value())
        .update();
    events.publishEvent(new RolesChanged(role, unit));
  }

  /** The roles that an active person holds at present. */
  @Transactional(readOnly = true)
  public List<RoleHolding> rolesOf(PersonId person) {
    return jdbc.sql(
            """
            SELECT h.role, h.unit_id FROM role_holding h JOIN person p ON p.id = h.person_id
            WHERE h.person_id = ? AND h.until IS NULL AND p.active ORDER BY h.since, h.role
            """)
        .param(person.value())
        .query(
            (row, number) ->
                new RoleHolding(
                    person,
                    new Role(row.getString("role")),
                    new UnitId(row.getObject("unit_id", UUID.class))))
        .list();
  }

  /** Who holds which role at present, in the units within reach; those who have left hold none. */
  @Transactional(readOnly = true)
  public List<RoleHolder> holders(Reach reach) {
    return jdbc.sql(
            HOLDERS
                + """
                AND (:everything OR u.path LIKE ANY (:patterns))
                ORDER BY length(u.path), u.name, h.role, h.since
                """)
        .param("everything", reach.everything())
        .param("patterns", reach.patterns())
        .query(People::holder)
        .list();
  }

  /** The holding, while it lasts. */
  @Transactional(readOnly = true)
  public Optional<RoleHolder> holding(UUID id) {
    return jdbc.sql(HOLDERS + "AND h.id = ?").param(id).query(People::holder).optional();
  }

  /** Those who serve and whose name has this in it, by name; at most 50. */
  @Transactional(readOnly = true)
  public List<Person> search(String name) {
    return jdbc.sql(
            """
            SELECT %s FROM person
            WHERE active AND position(lower(?) IN lower(given_name || ' ' || family_name)) > 0
            ORDER BY family_name, given_name, id LIMIT 50
            """
                .formatted(COLUMNS))
        .param(name.strip())
        .query(People::read)
        .list();
  }

  /** Those who serve and are meant by an id, an e-mail address or a whole name. */
  @Transactional(readOnly = true)
  public List<Person> called(String text) {
    return jdbc.sql(
            """
            SELECT %s FROM person
            WHERE active AND lower(:text) IN (id::text, lower(email),
              lower(regexp_replace(trim(given_name || ' ' || family_name), '\\s+', ' ', 'g')))
            """
                .formatted(COLUMNS))
        .param("text", text.strip().replaceAll("\\s+", " "))
        .query(People::read)
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(Instant.now(clock));
  }

  private static RoleHolder holder(ResultSet row, int number) throws SQLException {
    return new RoleHolder(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("name"),
        new Role(row.getString("role")),
        new UnitId(row.getObject("unit_id", UUID.class)),
        row.getTimestamp("since").toInstant());
  }

  private static Person read(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("language"),
        row.getBoolean("active"));
  }
}
