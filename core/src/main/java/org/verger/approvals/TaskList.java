package org.verger.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;
import org.verger.tenants.CurrentTenant;

/**
 * The tasks of somebody: what the engine waits for, joined with what was asked. A step that was
 * decided while the engine is away is none any more.
 */
@Component
public class TaskList {

  private static final int MOST = 200;

  private static final String COLUMNS =
      """
      SELECT s.id, s.request_id, r.kind, s.role, r.title, r.amount, r.currency, r.version,
        trim(q.given_name || ' ' || q.family_name) AS requester, u.name AS unit,
        s.opened_at, s.due_at, trim(c.given_name || ' ' || c.family_name) AS claimed_by,
        trim(b.given_name || ' ' || b.family_name) AS on_behalf,
        EXISTS (SELECT FROM request_step_group g WHERE g.step_id = s.id AND g.escalated) AS escalated,
      """;

  private static final String TABLES =
      """
      JOIN request r ON r.id = s.request_id
      JOIN person q ON q.id = r.requester_id
      JOIN unit u ON u.id = r.unit_id
      LEFT JOIN person c ON c.id = s.claimed_by
      """;

  // The projection is another schema: the engine's own word that it waits for a person.
  private static final String READY =
      """
      EXISTS (SELECT FROM engine.user_task t
              WHERE t.tenant_id = :tenant AND t.subject_id = s.request_id::text AND t.state = 'open')
      """;

  // The same, looked up for one step after the other, once it is known to be for this person. Row
  // security lets no index be used for a condition that converts, so the conversion comes before.
  private static final String EACH_READY =
      """
      EXISTS (SELECT FROM (SELECT s.request_id::text AS subject
                           WHERE coalesce(mine.principal_id, s.id) IS NOT NULL OFFSET 0) about
              JOIN engine.user_task t ON t.subject_id = about.subject
              WHERE t.tenant_id = :tenant AND t.state = 'open')
      """;

  private static final String FILTERS =
      """
       AND (:kind::text IS NULL OR r.kind = :kind)
       AND (:search::text IS NULL
            OR position(:search IN lower(r.title || ' ' || q.given_name || ' ' || q.family_name || ' ' || u.name)) > 0)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Access access;

  TaskList(JdbcClient jdbc, Clock clock, Access access) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.access = access;
  }

  /** Whose tasks. */
  public enum View {
    /** What one may decide. */
    MINE,
    /** Of it, what should have been decided by now. */
    OVERDUE,
    /** What waits for those who share one's roles or serve below, also what a colleague claimed. */
    TEAM,
    /** What one has decided. */
    DONE;

    /** The one that is said; the first when there is none of that name. */
    public static View said(@Nullable String name) {
      return one(values(), name);
    }
  }

  /** In what order. */
  public enum Order {
    DUE,
    NEWEST,
    AMOUNT;

    /** The one that is said; the first when there is none of that name. */
    public static Order said(@Nullable String name) {
      return one(values(), name);
    }
  }

  private static <E extends Enum<E>> E one(E[] all, @Nullable String name) {
    return Arrays.stream(all)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(all[0]);
  }

  /**
   * What is looked for.
   *
   * @param kind a kind of request; null for all
   * @param search a part of the title, the requester's or the unit's name; null for all
   * @param cursor from the page before; null for the first
   * @param limit from 1 to 200
   */
  public record Filter(
      View view,
      @Nullable String kind,
      @Nullable String search,
      Order order,
      @Nullable String cursor,
      int limit) {

    public Filter {
      limit = Math.clamp(limit, 1, MOST);
    }

    /** The first page of a view, the most urgent first. */
    public static Filter of(View view) {
      return new Filter(view, null, null, Order.DUE, null, 50);
    }
  }

  /** Numbers of tasks. */
  public record Counts(long mine, long overdue) {}

  /** A page of the person's tasks. */
  @Transactional(readOnly = true)
  public Page<TaskItem> list(PersonId person, Filter filter) {
    int offset = offset(filter.cursor());
    List<TaskItem> rows =
        tasks(person, filter, offset, filter.limit() + 1).query(TaskList::read).list();
    return Page.of(rows, filter.limit(), last -> String.valueOf(offset + filter.limit()));
  }

  /** All of the person's tasks that a list would show page by page, through a cursor. */
  @Transactional(readOnly = true)
  void each(PersonId person, Filter filter, Consumer<TaskItem> taker) {
    tasks(person, filter, 0, Integer.MAX_VALUE)
        .withFetchSize(ExportedList.FETCH_ROWS)
        .query(
            row -> {
              taker.accept(read(row, 0));
            });
  }

  private JdbcClient.StatementSpec tasks(PersonId person, Filter filter, int offset, int limit) {
    List<Seen> seen = filter.view() == View.TEAM ? seen(person) : List.of();
    return query(person, sql(filter))
        .param("areas", seen.stream().map(Seen::area).toArray(String[]::new))
        .param("patterns", seen.stream().map(Seen::pattern).toArray(String[]::new))
        .param("kind", filter.kind())
        .param("search", search(filter.search()))
        .param("offset", offset)
        .param("limit", limit);
  }

  private record Seen(String area, String pattern) {}

  /** Which units' requests the person sees, by the area that they are of. */
  private List<Seen> seen(PersonId person) {
    return Arrays.stream(Area.values())
        .flatMap(
            area ->
                Arrays.stream(access.reachOf(person, area).patterns())
                    .map(pattern -> new Seen(area.code(), pattern)))
        .toList();
  }

  /** The person's view of one task, whoever may decide it. */
  @Transactional(readOnly = true)
  public java.util.Optional<TaskItem> find(PersonId person, StepId step) {
    return query(
            person,
            "WITH "
                + Authority.MINE
                + COLUMNS
                + READY
                + " AS ready, NULL::text AS decision, NULL::timestamptz AS voted_at"
                + " FROM request_step s LEFT JOIN mine ON mine.step_id = s.id "
                + TABLES
                + "LEFT JOIN person b ON b.id = nullif(mine.principal_id, :me) WHERE s.id = :step")
        .param("step", step.value())
        .query(TaskList::read)
        .optional();
  }

  /** How many tasks wait for the person. */
  @Transactional(readOnly = true)
  public Counts counts(PersonId person) {
    return query(
            person,
            "WITH "
                + Authority.MINE
                + "SELECT count(*) AS mine, count(*) FILTER (WHERE s.due_at < :now) AS overdue"
                + " FROM mine s WHERE "
                + READY)
        .query((row, number) -> new Counts(row.getLong("mine"), row.getLong("overdue")))
        .single();
  }

  private JdbcClient.StatementSpec query(PersonId person, String sql) {
    return jdbc.sql(sql)
        .param("me", person.value())
        .param("now", Timestamp.from(Instant.now(clock)))
        .param("tenant", CurrentTenant.require().value());
  }

  private static String sql(Filter filter) {
    return switch (filter.view()) {
      case MINE -> open(filter, "true", "JOIN");
      case OVERDUE -> open(filter, "s.due_at < :now", "JOIN");
      case TEAM -> open(filter, TEAM, "LEFT JOIN");
      case DONE -> DONE + FILTERS + "ORDER BY v.at DESC, v.id DESC OFFSET :offset LIMIT :limit";
    };
  }

  // The page is found first, and only what it shows is looked up.
  private static String open(Filter filter, String condition, String join) {
    return "WITH "
        + Authority.HELD
        + ", page AS (SELECT s.id AS step_id, mine.principal_id FROM request_step s"
        + " JOIN request r ON r.id = s.request_id AND r.chain = s.chain AND r.status = 'submitted'"
        + " JOIN person q ON q.id = r.requester_id JOIN unit u ON u.id = r.unit_id "
        + join
        + " LATERAL "
        + Authority.SEAT
        + "ON true WHERE s.state = 'open' AND "
        + condition
        + " AND "
        + EACH_READY
        + FILTERS
        + order(filter.order())
        + " OFFSET :offset LIMIT :limit) "
        + COLUMNS
        + "true AS ready, NULL::text AS decision, NULL::timestamptz AS voted_at"
        + " FROM page JOIN request_step s ON s.id = page.step_id "
        + TABLES
        + "LEFT JOIN person b ON b.id = nullif(page.principal_id, :me) "
        + order(filter.order());
  }

  private static final String TEAM =
      """
      (mine.principal_id IS NOT NULL
       OR EXISTS (SELECT FROM request_step_group g
                  JOIN role_holding h ON h.role = g.role AND h.unit_id = g.unit_id AND h.until IS NULL
                  WHERE g.step_id = s.id AND h.person_id = :me)
       OR EXISTS (SELECT FROM unnest(:areas::text[], :patterns::text[]) AS seen (area, pattern)
                  WHERE seen.area = r.area AND u.path LIKE seen.pattern))
      """;

  private static final String DONE =
      COLUMNS
          + """
          false AS ready, v.decision, v.at AS voted_at
          FROM request_vote v JOIN request_step s ON s.id = v.step_id
          """
          + TABLES
          + """
          LEFT JOIN person b ON b.id = v.on_behalf
          WHERE v.person_id = :me
          """;

  private static String order(Order order) {
    return switch (order) {
      case DUE -> "ORDER BY s.due_at, s.id";
      case NEWEST -> "ORDER BY s.opened_at DESC, s.id";
      case AMOUNT -> "ORDER BY r.amount DESC NULLS LAST, s.due_at, s.id";
    };
  }

  private static @Nullable String search(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  private static int offset(@Nullable String cursor) {
    return cursor != null && cursor.matches("[0-9]{1,7}") ? Integer.parseInt(cursor) : 0;
  }

  private static TaskItem read(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp voted = row.getTimestamp("voted_at");
    @Nullable Timestamp due = row.getTimestamp("due_at");
    @Nullable Timestamp opened = row.getTimestamp("opened_at");
    return new TaskItem(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getString("kind"),
        row.getString("role"),
        row.getString("title"),
        row.getString("requester"),
        row.getString("unit"),
        row.getObject("amount", Long.class),
        row.getString("currency"),
        opened == null ? Instant.EPOCH : opened.toInstant(),
        due == null ? null : due.toInstant(),
        row.getString("claimed_by"),
        row.getString("on_behalf"),
        row.getBoolean("escalated"),
        row.getBoolean("ready"),
        row.getString("decision"),
        voted == null ? null : voted.toInstant(),
        row.getInt("version"));
  }
}
