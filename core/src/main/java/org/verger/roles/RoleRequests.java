package org.verger.roles;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.approvals.RequestId;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.UnitId;

/** The requests for roles of the current church. */
@Component
public class RoleRequests {

  private final JdbcClient jdbc;

  RoleRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A role that was asked for.
   *
   * @param name the person's
   */
  public record RoleRequest(
      PersonId person, String name, Role role, UnitId unit, @Nullable String reason) {}

  /** What the request asks for, if it is one for a role. */
  @Transactional(readOnly = true)
  public Optional<RoleRequest> find(RequestId id) {
    return jdbc.sql(
            """
            SELECT q.*, r.unit_id, trim(p.given_name || ' ' || p.family_name) AS name
            FROM role_request q JOIN request r ON r.id = q.request_id JOIN person p ON p.id = q.person_id
            WHERE q.request_id = ?
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new RoleRequest(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("name"),
                    new Role(row.getString("role")),
                    new UnitId(row.getObject("unit_id", UUID.class)),
                    row.getString("reason")))
        .optional();
  }

  RoleRequest require(RequestId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No request for a role: " + id));
  }

  void keep(RequestId id, AskForRole.Wanted wanted) {
    jdbc.sql(
            """
            INSERT INTO role_request (request_id, person_id, role, reason) VALUES (?, ?, ?, ?)
            ON CONFLICT (request_id) DO UPDATE SET person_id = excluded.person_id,
              role = excluded.role, reason = excluded.reason
            """)
        .param(id.value())
        .param(wanted.person().value())
        .param(wanted.role().value())
        .param(wanted.reason())
        .update();
  }
}
