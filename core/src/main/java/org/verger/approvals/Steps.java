package org.verger.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;

/** The steps of the current church's requests. */
@Component
public class Steps {

  private static final String SELECT =
      """
      SELECT s.*, (SELECT coalesce(array_agg(g.role || '@' || g.unit_id || '@' || g.escalated ORDER BY g.since, g.role, g.unit_id), '{}')
                   FROM request_step_group g WHERE g.step_id = s.id) AS groups
      FROM request_step s
      """;

  private final JdbcClient jdbc;

  Steps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The step, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Step> find(StepId id) {
    return jdbc.sql(SELECT + "WHERE s.id = ?").param(id.value()).query(Steps::read).optional();
  }

  /** The steps of the chain that the request goes through now, in their order. */
  @Transactional(readOnly = true)
  public List<Step> of(Request request) {
    return jdbc.sql(SELECT + "WHERE s.request_id = ? AND s.chain = ? ORDER BY s.place")
        .params(request.id().value(), request.chain())
        .query(Steps::read)
        .list();
  }

  void insert(RequestId request, int chain, List<ChainStep> steps) {
    for (int place = 0; place < steps.size(); place++) {
      ChainStep step = steps.get(place);
      jdbc.sql(
              """
              INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state)
              VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')
              """)
          .params(
              UUID.randomUUID(),
              request.value(),
              chain,
              step.stage(),
              place,
              step.role().value(),
              step.quorum())
          .update();
    }
  }

  /** Opens a step for a group; null when nobody holds a role that may decide. */
  void open(Step step, @Nullable CandidateGroup group, Instant now, Instant dueAt) {
    jdbc.sql(
            """
            UPDATE request_step SET state = 'open', turn = turn + 1, opened_at = :now, asked_at = :now,
              due_at = :due, reminded_at = NULL, claimed_by = NULL, reassigned_to = NULL
            WHERE id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(dueAt))
        .param("id", step.id().value())
        .update();
    askOnly(step, group, now);
  }

  /** Gives an open step to one group and no other. */
  void askOnly(Step step, @Nullable CandidateGroup group, Instant now) {
    jdbc.sql("DELETE FROM request_step_group WHERE step_id = ?").param(step.id().value()).update();
    if (group != null) {
      add(step, group, false, now);
    }
  }

  /** Asks one more group, and takes the step from whoever had claimed it. */
  void escalate(Step step, CandidateGroup group, Instant now, Instant dueAt) {
    jdbc.sql(
            """
            UPDATE request_step SET asked_at = ?, due_at = ?, claimed_by = NULL, reassigned_to = NULL
            WHERE id = ?
            """)
        .params(Timestamp.from(now), Timestamp.from(dueAt), step.id().value())
        .update();
    add(step, group, true, now);
  }

  private void add(Step step, CandidateGroup group, boolean escalated, Instant now) {
    jdbc.sql(
            """
            INSERT INTO request_step_group (step_id, role, unit_id, since, escalated)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        .params(
            step.id().value(),
            group.role().value(),
            group.unit().value(),
            Timestamp.from(now),
            escalated)
        .update();
  }

  void decide(Step step, Step.State state, @Nullable PersonId by, Instant now) {
    jdbc.sql("UPDATE request_step SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?")
        .param(state.code())
        .param(by == null ? null : by.value())
        .param(Timestamp.from(now))
        .param(step.id().value())
        .update();
  }

  /** Ends what is still open or waiting. */
  void endRest(Request request) {
    jdbc.sql(
            """
            UPDATE request_step SET state = 'ended'
            WHERE request_id = ? AND chain = ? AND state IN ('open', 'waiting', 'returned')
            """)
        .params(request.id().value(), request.chain())
        .update();
  }

  /** Lets what was sent back, and what stood open beside it, be asked again. */
  void askAgain(Request request) {
    jdbc.sql(
            """
            UPDATE request_step SET state = 'waiting', decided_by = NULL, decided_at = NULL
            WHERE request_id = ? AND chain = ? AND state IN ('open', 'returned')
            """)
        .params(request.id().value(), request.chain())
        .update();
  }

  void claim(StepId step, @Nullable PersonId person) {
    jdbc.sql("UPDATE request_step SET claimed_by = ? WHERE id = ?")
        .param(person == null ? null : person.value())
        .param(step.value())
        .update();
  }

  void reassign(StepId step, PersonId person) {
    jdbc.sql("UPDATE request_step SET reassigned_to = ?, claimed_by = NULL WHERE id = ?")
        .params(person.value(), step.value())
        .update();
  }

  void reminded(StepId step, Instant now) {
    jdbc.sql("UPDATE request_step SET reminded_at = ? WHERE id = ?")
        .params(Timestamp.from(now), step.value())
        .update();
  }

  private static Step read(ResultSet row, int number) throws SQLException {
    return new Step(
        new StepId(row.getObject("id", UUID.class)),
        new RequestId(row.getObject("request_id", UUID.class)),
        row.getInt("chain"),
        row.getInt("place"),
        new ChainStep(row.getInt("stage"), new Role(row.getString("role")), row.getInt("quorum")),
        Step.State.of(row.getString("state")),
        row.getInt("turn"),
        Arrays.stream((String[]) row.getArray("groups").getArray()).map(Steps::group).toList(),
        at(row, "opened_at"),
        at(row, "asked_at"),
        at(row, "due_at"),
        person(row, "claimed_by"),
        person(row, "reassigned_to"),
        person(row, "decided_by"),
        at(row, "decided_at"));
  }

  private static Step.Group group(String text) {
    int at = text.lastIndexOf('@');
    return new Step.Group(
        CandidateGroup.parse(text.substring(0, at)), text.substring(at + 1).startsWith("t"));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new PersonId(id);
  }
}
