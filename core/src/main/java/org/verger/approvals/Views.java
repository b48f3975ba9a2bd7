package org.verger.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.UnitId;

/** Reads what belongs to a request with the names of people and units. */
@Component
class Views {

  private static final String NAME = "trim(p.given_name || ' ' || p.family_name)";

  private final JdbcClient jdbc;
  private final RequestKinds kinds;
  private final Steps steps;
  private final Approvers approvers;

  Views(JdbcClient jdbc, RequestKinds kinds, Steps steps, Approvers approvers) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.steps = steps;
    this.approvers = approvers;
  }

  RequestKinds kinds() {
    return kinds;
  }

  String name(PersonId person) {
    return jdbc.sql("SELECT " + NAME + " FROM person p WHERE p.id = ?")
        .param(person.value())
        .query(String.class)
        .single();
  }

  String unit(UnitId unit) {
    return jdbc.sql("SELECT name FROM unit WHERE id = ?")
        .param(unit.value())
        .query(String.class)
        .single();
  }

  List<RequestDetails.StepView> steps(Request request) {
    return steps.of(request).stream().map(step -> view(request, step)).toList();
  }

  private RequestDetails.StepView view(Request request, Step step) {
    PersonId claimed = step.claimedBy();
    PersonId decided = step.decidedBy();
    boolean open = step.state() == Step.State.OPEN;
    return new RequestDetails.StepView(
        step.id().value(),
        step.what().role().value(),
        step.what().stage(),
        step.what().quorum(),
        step.state().code(),
        decided != null ? List.of(name(decided)) : open ? deciders(request, step) : List.of(),
        decided == null ? step.askedAt() : step.decidedAt(),
        open ? step.dueAt() : null,
        claimed == null ? null : name(claimed),
        step.groups().stream().anyMatch(Step.Group::escalated),
        votes(step.id()));
  }

  private List<String> deciders(Request request, Step step) {
    PersonId only = step.reassignedTo();
    return only != null
        ? List.of(name(only))
        : approvers
            .holdersOf(step.groups().stream().map(Step.Group::group).toList(), request.parties())
            .stream()
            .map(this::name)
            .toList();
  }

  private List<RequestDetails.VoteView> votes(StepId step) {
    return jdbc.sql(
            """
            SELECT v.decision, v.comment, v.at, trim(p.given_name || ' ' || p.family_name) AS by,
              trim(b.given_name || ' ' || b.family_name) AS on_behalf
            FROM request_vote v JOIN person p ON p.id = v.person_id
            LEFT JOIN person b ON b.id = v.on_behalf
            WHERE v.step_id = ? ORDER BY v.id
            """)
        .param(step.value())
        .query(
            (row, number) ->
                new RequestDetails.VoteView(
                    row.getString("by"),
                    row.getString("on_behalf"),
                    row.getString("decision"),
                    row.getString("comment"),
                    at(row)))
        .list();
  }

  List<RequestDetails.Comment> comments(RequestId id) {
    return jdbc.sql(
            """
            SELECT c.text, c.at, trim(p.given_name || ' ' || p.family_name) AS by
            FROM request_comment c JOIN person p ON p.id = c.person_id
            WHERE c.request_id = ? ORDER BY c.id
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new RequestDetails.Comment(row.getString("by"), row.getString("text"), at(row)))
        .list();
  }

  List<RequestDetails.Attachment> attachments(RequestId id) {
    return jdbc.sql(
            """
            SELECT id, name, media_type, octet_length(content) AS size
            FROM request_attachment WHERE request_id = ? ORDER BY at, id
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new RequestDetails.Attachment(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("media_type"),
                    row.getLong("size")))
        .list();
  }

  Optional<byte[]> content(RequestId id, UUID attachment) {
    return jdbc.sql("SELECT content FROM request_attachment WHERE request_id = ? AND id = ?")
        .params(id.value(), attachment)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  List<RequestId> madeBy(PersonId person) {
    return jdbc
        .sql(
            """
            SELECT id FROM request WHERE requester_id = ? ORDER BY submitted_at DESC, id LIMIT 200
            """)
        .param(person.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(RequestId::new)
        .toList();
  }

  /** Who looks after what fails there: the operators at or above, else the administrators. */
  List<String> caretakers(UnitId unit) {
    return Arrays.asList(Role.OPERATOR, Role.ADMIN).stream()
        .map(role -> holders(role, unit))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> holders(Role role, UnitId unit) {
    return jdbc.sql(
            """
            SELECT DISTINCT trim(p.given_name || ' ' || p.family_name)
            FROM unit asked JOIN unit at ON starts_with(asked.path, at.path)
            JOIN role_holding h ON h.unit_id = at.id AND h.role = ? AND h.until IS NULL
            JOIN person p ON p.id = h.person_id AND p.active WHERE asked.id = ? ORDER BY 1
            """)
        .params(role.value(), unit.value())
        .query(String.class)
        .list();
  }

  private static Instant at(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("at");
    return at == null ? Instant.EPOCH : at.toInstant();
  }
}
