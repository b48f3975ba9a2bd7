package org.verger.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.approvals.TaskItem;
import org.verger.database.DatabaseLogin;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of an application on Flowable: Verger's own tables, and for each request the rows
 * that Verger writes, except those that only a remote engine needs (its outbox, the rounds of its
 * jobs).
 */
final class FlowableRecords {

  static final Duration REMINDER = Duration.ofDays(2);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  FlowableRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is asked for, as far as a decision needs it. */
  record Request(UUID id, UUID unit, UUID requester, String title, String status, int version) {}

  /** A step of a request's chain. */
  record Step(UUID id, String role, String state) {}

  /** Who is to decide. */
  record Holder(String role, UUID unit, UUID person) {}

  /** Makes Verger's tables, with the church's people, units, roles and budget in them. */
  void create(DatabaseLogin login, JdbcClient verger) {
    Flyway.configure()
        .dataSource(login.unpooled())
        .table("schema_history")
        .locations("classpath:db/tenant")
        .placeholders(Map.of("tenant", login.user()))
        .load()
        .migrate();
    for (String table : List.of("unit", "person", "role_holding", "budget_line")) {
      String rows =
          verger
              .sql("SELECT json_agg(t) FROM %s.%s t".formatted(VergerCore.CHURCH.schema(), table))
              .query(String.class)
              .single();
      jdbc.sql(
              "INSERT INTO %1$s SELECT * FROM json_populate_recordset(NULL::%1$s, ?::json)"
                  .formatted(table))
          .param(rows)
          .update();
    }
  }

  UUID person(String email) {
    return jdbc.sql("SELECT id FROM person WHERE email = ?")
        .param(email)
        .query(UUID.class)
        .single();
  }

  /** The candidate groups that somebody is in. */
  List<String> groups(UUID person) {
    return jdbc.sql(
            "SELECT role || '@' || unit_id FROM role_holding WHERE person_id = ? AND until IS NULL")
        .param(person)
        .query(String.class)
        .list();
  }

  /** Keeps a request for money with its chain. */
  UUID submit(UUID by, long cents, String purpose, String payee) {
    UUID id = UUID.randomUUID();
    UUID line =
        jdbc.sql("SELECT id FROM budget_line WHERE code = 'outreach' FOR UPDATE")
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            INSERT INTO request (id, kind, area, unit_id, requester_id, title, amount, currency, status, submitted_at)
            SELECT ?, 'expense', 'money', h.unit_id, h.person_id, ?, ?, 'USD', 'submitted', ?
            FROM role_holding h WHERE h.person_id = ? AND h.until IS NULL
            """)
        .params(id, purpose, cents, now(), by)
        .update();
    List<String> chain = List.of("group-leader", "campus-leader");
    for (int place = 0; place < chain.size(); place++) {
      jdbc.sql(
              """
              INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state)
              VALUES (?, ?, 1, ?, ?, ?, 1, 'waiting')
              """)
          .params(UUID.randomUUID(), id, place + 1, place, chain.get(place))
          .update();
    }
    audit("approvals-submitted", id, by, Map.of("title", purpose, "chain", chain));
    jdbc.sql(
            "INSERT INTO expense (request_id, line_id, purpose, payee, payee_key) VALUES (?, ?, ?,"
                + " ?, ?)")
        .params(id, line, purpose, payee, payee.toLowerCase(java.util.Locale.ROOT).replace(" ", ""))
        .update();
    jdbc.sql(
            "INSERT INTO budget_hold (request_id, line_id, amount, state) VALUES (?, ?, ?,"
                + " 'reserved')")
        .params(id, line, cents)
        .update();
    return id;
  }

  Request lock(UUID id) {
    return jdbc.sql(
            """
            SELECT id, unit_id AS unit, requester_id AS requester, title, status, version
            FROM request WHERE id = ? FOR UPDATE
            """)
        .param(id)
        .query(Request.class)
        .single();
  }

  List<Step> steps(UUID request) {
    return jdbc.sql(
            "SELECT id, role, state FROM request_step WHERE request_id = ? AND chain = 1 ORDER BY"
                + " place")
        .param(request)
        .query(Step.class)
        .list();
  }

  /** Who holds the role at the unit or above, the nearest first. */
  List<Holder> holders(String role, UUID unit) {
    return jdbc.sql(
            """
            SELECT h.role, h.unit_id AS unit, h.person_id AS person
            FROM unit asked JOIN unit at ON starts_with(asked.path, at.path)
            JOIN role_holding h ON h.unit_id = at.id AND h.role = ? AND h.until IS NULL
            JOIN person p ON p.id = h.person_id AND p.active
            WHERE asked.id = ? ORDER BY length(at.path) DESC, h.person_id
            """)
        .params(role, unit)
        .query(Holder.class)
        .list();
  }

  /** Counts a step as said by whoever submitted the request. */
  void skip(Request request, Step step) {
    decideStep(step, "skipped", request.requester());
    audit(
        "approvals-step-counted",
        request.id(),
        request.requester(),
        Map.of("step", step.role(), "why", "submitted"));
  }

  /** Opens a step for those who may decide it; returns when it is due. */
  Instant ask(Request request, Step step, List<Holder> holders) {
    Instant now = Instant.now();
    Instant due = now.plus(REMINDER);
    jdbc.sql(
            """
            UPDATE request_step SET state = 'open', turn = turn + 1, opened_at = :now, asked_at = :now,
              due_at = :due WHERE id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(due))
        .param("id", step.id())
        .update();
    Holder group = holders.getFirst();
    jdbc.sql("INSERT INTO request_step_group (step_id, role, unit_id, since) VALUES (?, ?, ?, ?)")
        .params(step.id(), group.role(), group.unit(), Timestamp.from(now))
        .update();
    holders.forEach(holder -> notice(holder.person(), request.id(), step.id(), "task"));
    audit("approvals-asked", request.id(), null, Map.of("step", step.role(), "of", group.role()));
    return due;
  }

  private void notice(UUID person, UUID request, @Nullable UUID step, String kind) {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    jdbc.sql(
            """
            INSERT INTO request_notice (person_id, request_id, step_id, kind, at, digest_day)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .param(person)
        .param(request)
        .param(step)
        .param(kind)
        .param(now())
        .param(day)
        .update();
    jdbc.sql("INSERT INTO approval_digest (day, due_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(day, now())
        .update();
  }

  /** Whether the person neither asked for it nor gains by it nor said yes at another step. */
  boolean mayDecide(Request request, UUID person) {
    return !request.requester().equals(person)
        && jdbc.sql(
                """
                SELECT NOT EXISTS (SELECT FROM request_gainer WHERE request_id = :id AND person_id = :me)
                  AND NOT EXISTS (SELECT FROM request_step s
                                  JOIN request_vote v ON v.step_id = s.id AND v.turn = s.turn
                                  WHERE s.request_id = :id AND v.decision = 'approve' AND v.person_id = :me)
                """)
            .param("id", request.id())
            .param("me", person)
            .query(Boolean.class)
            .single();
  }

  /** Keeps a yes, and what follows from it: here one yes is all that is needed. */
  void approve(Request request, Step step, UUID by) {
    jdbc.sql(
            """
            INSERT INTO request_vote (step_id, turn, person_id, decision, at)
            VALUES (?, 1, ?, 'approve', ?)
            """)
        .params(step.id(), by, now())
        .update();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("step", step.role());
    detail.put("decision", "approve");
    detail.put("comment", "");
    detail.put("route", "api");
    detail.put("version", request.version());
    detail.put("shown", shown(request));
    audit("approvals-decided", request.id(), by, detail);
    decideStep(step, "approved", by);
    jdbc.sql("UPDATE request SET status = 'approved', version = version + 1 WHERE id = ?")
        .param(request.id())
        .update();
    jdbc.sql("UPDATE budget_hold SET state = 'committed' WHERE request_id = ?")
        .param(request.id())
        .update();
    audit("approvals-approved", request.id(), null, Map.of());
  }

  // What the approver saw is part of the audit row, the budget that is left among it.
  private Map<String, String> shown(Request request) {
    return jdbc.sql(
            """
            SELECT r.amount, e.purpose, e.payee, l.name AS line, u.name AS unit, l.amount AS planned,
              l.amount - coalesce((SELECT sum(h.amount) FROM budget_hold h
                                   WHERE h.line_id = l.id AND h.state <> 'freed'), 0) AS left_over
            FROM expense e JOIN request r ON r.id = e.request_id
            JOIN budget_line l ON l.id = e.line_id JOIN unit u ON u.id = l.unit_id
            WHERE e.request_id = ?
            """)
        .param(request.id())
        .query(
            (row, number) -> {
              Map<String, String> shown = new LinkedHashMap<>();
              shown.put("Title", request.title());
              shown.put("Amount", row.getLong("amount") / 100.0 + " USD");
              shown.put("For", row.getString("purpose"));
              shown.put("To", row.getString("payee"));
              shown.put("Budget line", row.getString("line") + ", " + row.getString("unit"));
              shown.put(
                  "Left of the budget, this one set aside",
                  row.getLong("left_over") / 100.0 + " USD of " + row.getLong("planned") / 100.0);
              return shown;
            })
        .single();
  }

  private void decideStep(Step step, String state, UUID by) {
    jdbc.sql("UPDATE request_step SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?")
        .params(state, by, now(), step.id())
        .update();
  }

  /** Releases the payout of an approved request. */
  void execute(UUID request) {
    if (!lock(request).status().equals("approved")) {
      throw new IllegalStateException("A request that is not approved is never executed");
    }
    jdbc.sql(
            """
            INSERT INTO payout (id, request_id, amount, currency, payee, released_at)
            SELECT ?, r.id, r.amount, r.currency, e.payee, ?
            FROM request r JOIN expense e ON e.request_id = r.id WHERE r.id = ?
            """)
        .params(UUID.randomUUID(), now(), request)
        .update();
    jdbc.sql("UPDATE request SET status = 'done', ended_at = ?, version = version + 1 WHERE id = ?")
        .params(now(), request)
        .update();
    audit("approvals-executed", request, null, Map.of("status", "released"));
  }

  void tellRequester(UUID request) {
    notice(lock(request).requester(), request, null, "done");
  }

  private void audit(String action, UUID request, @Nullable UUID person, Map<String, ?> detail) {
    jdbc.sql(
            """
            INSERT INTO audit_entry (at, person_id, on_behalf, origin, action, subject_id, detail)
            VALUES (?, ?, NULL, ?, ?, ?, ?::jsonb)
            """)
        .param(now())
        .param(person)
        .param(person == null ? null : "127.0.0.1")
        .param(action)
        .param(request.toString())
        .param(JSON.writeValueAsString(detail))
        .update();
  }

  /** What a list shows of the requests, in the order given. */
  List<TaskItem> shown(Collection<UUID> requests) {
    return jdbc.sql(
            """
            SELECT s.id, s.request_id, r.kind, s.role, r.title, r.amount, r.currency, r.version,
              trim(q.given_name || ' ' || q.family_name) AS requester, u.name AS unit,
              s.opened_at, s.due_at, trim(c.given_name || ' ' || c.family_name) AS claimed_by,
              EXISTS (SELECT FROM request_step_group g WHERE g.step_id = s.id AND g.escalated) AS escalated
            FROM request r JOIN request_step s ON s.request_id = r.id AND s.state = 'open'
            JOIN person q ON q.id = r.requester_id JOIN unit u ON u.id = r.unit_id
            LEFT JOIN person c ON c.id = s.claimed_by
            WHERE r.id = ANY (?) ORDER BY s.due_at, s.id
            """)
        .param(requests.toArray(UUID[]::new))
        .query(
            (row, number) ->
                new TaskItem(
                    row.getObject("id", UUID.class),
                    row.getObject("request_id", UUID.class),
                    row.getString("kind"),
                    row.getString("role"),
                    row.getString("title"),
                    row.getString("requester"),
                    row.getString("unit"),
                    row.getLong("amount"),
                    row.getString("currency"),
                    row.getTimestamp("opened_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("due_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                    row.getString("claimed_by"),
                    null,
                    row.getBoolean("escalated"),
                    true,
                    null,
                    null,
                    row.getInt("version")))
        .list();
  }

  /** How many rows the tables of requests have, and the audit log about them, by action. */
  static Map<String, Long> rows(JdbcClient database, String schema) {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        List.of(
            "request",
            "request_step",
            "request_step_group",
            "request_vote",
            "request_notice",
            "expense",
            "budget_hold",
            "payout")) {
      rows.put(
          table,
          database
              .sql("SELECT count(*) FROM %s.%s".formatted(schema, table))
              .query(Long.class)
              .single());
    }
    database
        .sql(
            """
            SELECT action, count(*) AS number FROM %s.audit_entry
            WHERE action LIKE 'approvals-%%' GROUP BY action
            """
                .formatted(schema))
        .query(
            row -> {
              rows.put(row.getString("action"), row.getLong("number"));
            });
    return rows;
  }

  long payouts() {
    return jdbc.sql("SELECT count(*) FROM payout").query(Long.class).single();
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.now());
  }
}
