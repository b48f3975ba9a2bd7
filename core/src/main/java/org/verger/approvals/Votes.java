package org.verger.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.PersonId;

/** What was said at the steps; added to and never changed. */
@Component
class Votes {

  private final JdbcClient jdbc;

  Votes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A vote.
   *
   * @param onBehalf in whose place; null when in their own
   */
  record Vote(PersonId by, @Nullable PersonId onBehalf, Decision decision, Instant at) {}

  void insert(Step step, Vote vote, @Nullable String comment) {
    PersonId onBehalf = vote.onBehalf();
    jdbc.sql(
            """
            INSERT INTO request_vote (step_id, turn, person_id, on_behalf, decision, comment, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(step.id().value())
        .param(step.turn())
        .param(vote.by().value())
        .param(onBehalf == null ? null : onBehalf.value())
        .param(vote.decision().code())
        .param(comment)
        .param(Timestamp.from(vote.at()))
        .update();
  }

  /** What was said since the step was opened last. */
  List<Vote> of(Step step) {
    return jdbc.sql("SELECT * FROM request_vote WHERE step_id = ? AND turn = ? ORDER BY id")
        .params(step.id().value(), step.turn())
        .query(Votes::read)
        .list();
  }

  /** What somebody said last about the step, in whatever turn. */
  Optional<Vote> lastOf(Step step, PersonId person) {
    return jdbc.sql(
            """
            SELECT * FROM request_vote WHERE step_id = ? AND person_id = ? ORDER BY id DESC LIMIT 1
            """)
        .params(step.id().value(), person.value())
        .query(Votes::read)
        .optional();
  }

  /** Who said yes in the chain that counts, or had it said in their place, in its order. */
  Set<PersonId> saidYes(Request request) {
    Set<PersonId> people = new LinkedHashSet<>();
    jdbc.sql(
            """
            SELECT v.* FROM request_vote v
            JOIN request_step s ON s.id = v.step_id AND s.turn = v.turn
            WHERE s.request_id = ? AND s.chain = ? AND v.decision = 'approve' ORDER BY v.id
            """)
        .params(request.id().value(), request.chain())
        .query(Votes::read)
        .list()
        .forEach(vote -> addBoth(people, vote));
    return people;
  }

  private static void addBoth(Set<PersonId> people, Vote vote) {
    people.add(vote.by());
    PersonId onBehalf = vote.onBehalf();
    if (onBehalf != null) {
      people.add(onBehalf);
    }
  }

  private static Vote read(ResultSet row, int number) throws SQLException {
    @Nullable UUID onBehalf = row.getObject("on_behalf", UUID.class);
    return new Vote(
        new PersonId(row.getObject("person_id", UUID.class)),
        onBehalf == null ? null : new PersonId(onBehalf),
        Decision.of(row.getString("decision")).orElseThrow(),
        row.getTimestamp("at").toInstant());
  }
}
