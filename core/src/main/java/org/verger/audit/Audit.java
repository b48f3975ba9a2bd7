package org.verger.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit log of the current church. The church's database role may add and read entries and
 * nothing else, so that no code of ours can change one.
 */
@Component
public class Audit {

  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ObjectProvider<Origin> origins;

  Audit(JdbcClient jdbc, JsonMapper json, Clock clock, ObjectProvider<Origin> origins) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.origins = origins;
  }

  /**
   * Enters what was done, in the transaction of what it is about.
   *
   * @param person who; null for the system
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String action, String subjectId, @Nullable UUID person, Map<String, ?> detail) {
    record(action, subjectId, person, null, detail);
  }

  /**
   * As above, for what somebody did in another's place.
   *
   * @param onBehalf in whose place; null when in their own
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String action,
      String subjectId,
      @Nullable UUID person,
      @Nullable UUID onBehalf,
      Map<String, ?> detail) {
    jdbc.sql(
            """
            INSERT INTO audit_entry (at, person_id, on_behalf, origin, action, subject_id, detail)
            VALUES (:at, :person, :onBehalf, :origin, :action, :subject, :detail::jsonb)
            """)
        .param("at", Timestamp.from(Instant.now(clock)))
        .param("person", person)
        .param("onBehalf", onBehalf)
        .param("origin", origin())
        .param("action", action)
        .param("subject", subjectId)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  /** What was done to a subject, in its order. */
  @Transactional(readOnly = true)
  public List<AuditEntry> of(String subjectId) {
    return jdbc.sql(
            """
            SELECT a.id, a.at, a.action, a.subject_id, a.origin, a.detail,
              trim(p.given_name || ' ' || p.family_name) AS person,
              trim(o.given_name || ' ' || o.family_name) AS on_behalf
            FROM audit_entry a
            LEFT JOIN person p ON p.id = a.person_id LEFT JOIN person o ON o.id = a.on_behalf
            WHERE a.subject_id = ? ORDER BY a.id
            """)
        .param(subjectId)
        .query((row, number) -> read(row))
        .list();
  }

  private @Nullable String origin() {
    Origin origin = origins.getIfAvailable();
    return origin == null ? null : origin.get().orElse(null);
  }

  private AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getString("action"),
        row.getString("subject_id"),
        row.getString("person"),
        row.getString("on_behalf"),
        row.getString("origin"),
        json.readValue(row.getString("detail"), DETAIL));
  }
}
