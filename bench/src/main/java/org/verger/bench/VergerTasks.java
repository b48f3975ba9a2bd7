package org.verger.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.endtoend.ApiClient;
import org.verger.endtoend.RunningVerger;
import tools.jackson.databind.JsonNode;

/** Verger over its API, as a client of the outside uses it. */
final class VergerTasks implements TaskSide {

  private static final int LARGEST_PAGE = 200;

  private final RunningVerger application;
  private final JdbcClient records;
  private final String leader;
  private final String approver;
  private final Map<String, ApiClient> people = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();

  VergerTasks(RunningVerger application, DatabaseServer server, String leader, String approver) {
    this.application = application;
    this.leader = leader;
    this.approver = approver;
    this.records = server.administrator("verger");
  }

  private ApiClient as(String email) {
    return people.computeIfAbsent(email, application::signedIn);
  }

  @Override
  public String name() {
    return "Verger";
  }

  @Override
  public void open(int count) {
    long before = openTasks();
    Together.run(IntStream.range(0, count).boxed().toList(), AT_ONCE, each -> ask());
    while (openTasks() < before + count) {
      Together.rest(Duration.ofMillis(200));
    }
  }

  private void ask() {
    int which = number.incrementAndGet();
    as(leader)
        .post(
            "/api/v1/requests/expenses",
            Map.of(
                "amount",
                new BigDecimal(10 + which % 90),
                "currency",
                "USD",
                "purpose",
                "Chairs for payee " + which,
                "budgetLine",
                "outreach",
                "payee",
                "Payee " + which))
        .ok();
  }

  private long openTasks() {
    return number("SELECT count(*) FROM engine.user_task WHERE state = 'open'");
  }

  @Override
  public int page(int offset) {
    return size("cursor=" + offset);
  }

  @Override
  public int search(String kind, String text) {
    return size("kind=%s&search=%s".formatted(kind, text.replace(" ", "%20")));
  }

  private int size(String query) {
    return list(query + "&limit=" + PAGE).size();
  }

  private JsonNode list(String query) {
    return as(approver).get("/api/v1/tasks?" + query).ok().get("items");
  }

  @Override
  public List<String> tasks(int count) {
    List<String> tasks = new ArrayList<>();
    while (tasks.size() < count) {
      list("limit=%d&cursor=%d".formatted(LARGEST_PAGE, tasks.size()))
          .forEach(task -> tasks.add(task.get("id").asString()));
    }
    return tasks.subList(0, count);
  }

  @Override
  public boolean approve(String task) {
    return as(approver)
            .post("/api/v1/tasks/" + task + "/decision", Map.of("decision", "approve"))
            .status()
        == 200;
  }

  @Override
  public long released() {
    return number("SELECT count(*) FROM tenant_olamchurch.payout");
  }

  @Override
  public void settle() {
    while (number(
            """
            SELECT (SELECT count(*) FROM engine.process_instance
                    WHERE state = 'active' AND process_id = 'expense-request')
              - (SELECT count(*) FROM engine.user_task WHERE state = 'open')
              + (SELECT count(*) FROM shared.outbox)
            """)
        != 0) {
      Together.rest(Duration.ofMillis(100));
    }
  }

  private long number(String sql) {
    return records.sql(sql).query(Long.class).single();
  }
}
