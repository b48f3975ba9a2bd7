package org.verger.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Who decides in whose place while they are away. */
@Component
public class Delegations {

  private final JdbcClient jdbc;
  private final People people;
  private final Audit audit;
  private final Clock clock;

  Delegations(JdbcClient jdbc, People people, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A delegation.
   *
   * @param person in whose place, by name
   * @param delegate who decides, by name
   */
  public record Delegation(
      UUID id,
      PersonId personId,
      String person,
      PersonId delegateId,
      String delegate,
      Instant since,
      Instant until) {}

  /**
   * Lets another decide in one's place for a time. It reaches no further: a delegate's delegate has
   * no say.
   *
   * @throws InvalidInputException when the times or the delegate make no sense
   */
  @Transactional
  public UUID delegate(PersonId person, PersonId delegate, Instant since, Instant until) {
    if (person.equals(delegate)) {
      throw InvalidInputException.of("delegate", "Choose somebody else than yourself");
    }
    if (people.find(delegate).filter(Person::active).isEmpty()) {
      throw InvalidInputException.of("delegate", "Choose somebody who serves in this church");
    }
    if (!until.isAfter(since) || !until.isAfter(clock.instant())) {
      throw InvalidInputException.of(
          "until", "Choose an end that lies after the beginning and after today");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO delegation (id, person_id, delegate_id, since, until) VALUES (?, ?, ?, ?, ?)
            """)
        .params(id, person.value(), delegate.value(), Timestamp.from(since), Timestamp.from(until))
        .update();
    audit.record(
        "approvals-delegated",
        person.toString(),
        person.value(),
        Map.of(
            "delegate", delegate.toString(), "since", since.toString(), "until", until.toString()));
    return id;
  }

  /** Ends a delegation of one's own; false when it had ended before or is another's. */
  @Transactional
  public boolean end(PersonId person, UUID delegation) {
    boolean ended =
        jdbc.sql(
                    """
                    UPDATE delegation SET ended_at = ?
                    WHERE id = ? AND person_id = ? AND ended_at IS NULL
                    """)
                .params(Timestamp.from(clock.instant()), delegation, person.value())
                .update()
            > 0;
    if (ended) {
      audit.record(
          "approvals-delegation-ended",
          person.toString(),
          person.value(),
          Map.of("delegation", delegation.toString()));
    }
    return ended;
  }

  /** Those that count now or later: what the person gave, and what was given to them. */
  @Transactional(readOnly = true)
  public List<Delegation> of(PersonId person) {
    return jdbc.sql(
            """
            SELECT d.*, trim(p.given_name || ' ' || p.family_name) AS person,
              trim(q.given_name || ' ' || q.family_name) AS delegate
            FROM delegation d
            JOIN person p ON p.id = d.person_id JOIN person q ON q.id = d.delegate_id
            WHERE :me IN (d.person_id, d.delegate_id) AND d.ended_at IS NULL AND d.until > :now
            ORDER BY d.since, d.id
            """)
        .param("me", person.value())
        .param("now", Timestamp.from(clock.instant()))
        .query(Delegations::read)
        .list();
  }

  private static Delegation read(ResultSet row, int number) throws SQLException {
    return new Delegation(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("person"),
        new PersonId(row.getObject("delegate_id", UUID.class)),
        row.getString("delegate"),
        row.getTimestamp("since").toInstant(),
        row.getTimestamp("until").toInstant());
  }
}
