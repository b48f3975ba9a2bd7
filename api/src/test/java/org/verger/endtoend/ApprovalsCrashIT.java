package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.verger.machine.FreePorts;
import org.verger.tenants.TenantId;
import tools.jackson.databind.JsonNode;

/** Application, broker and database are killed, by process id, while people decide. */
@Isolated
class ApprovalsCrashIT {

  // One in five is declined at the first step, one in five at the second: 504 decisions.
  private static final int REQUESTS = 280;
  private static final int DECISIONS = REQUESTS * 9 / 5;
  private static final TenantId CHURCH = new TenantId("olamchurch");

  @TempDir Path folder;

  private final String port = "--server.port=" + FreePorts.find();
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  /** What was answered with success, as {@code <role> <decision> <request>}. */
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void noDecisionIsLostOrAppliedTwiceAndEachRequestEndsAsItsDecisionsSay() throws Exception {
    RunningVerger first = RunningVerger.start(folder, port).awaitReady().atNoon();
    DemoRequests requests = new DemoRequests(first);
    for (int number = 0; number < REQUESTS; number++) {
      numbers.put(requests.expense("group-leader", "500.00", "Shop " + number), number);
    }
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      List<Future<?>> deciding =
          List.of("campus-leader", "regional-director", "campus-leader", "regional-director")
              .stream()
              .<Future<?>>map(role -> people.submit(() -> decideAll(role, requests.as(role))))
              .toList();
      awaitDecided(100);
      RunningVerger.broker(folder).orElseThrow().destroyForcibly();
      awaitDecided(200);
      first.kill();
      try (RunningVerger second = RunningVerger.start(folder, port).awaitReady()) {
        awaitDecided(350);
        RunningVerger.broker(folder).orElseThrow().destroyForcibly();
        RunningVerger.postgres(folder).orElseThrow().destroyForcibly();
        second.kill();
      }
      try (RunningVerger third = RunningVerger.start(folder, port).awaitReady()) {
        awaitDecided(DECISIONS);
        awaitEverything();
        over.set(true);
        for (Future<?> person : deciding) {
          person.get();
        }
        assertEverything();
      }
    } finally {
      over.set(true);
    }
  }

  private void decideAll(String role, ApiClient person) {
    while (!over.get()) {
      try {
        JsonNode tasks = person.get("/api/v1/tasks?filter=mine&limit=20").ok().get("items");
        tasks.forEach(task -> decide(role, person, task));
        if (tasks.isEmpty()) {
          await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        }
      } catch (AssertionError away) {
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      }
    }
  }

  private void decide(String role, ApiClient person, JsonNode task) {
    String request = task.get("requestId").asString();
    String decision = planned(role, request);
    ApiClient.Answer answer =
        person.post(
            "/api/v1/tasks/" + task.get("id").asString() + "/decision",
            Map.of("decision", decision, "comment", "As planned"));
    if (answer.status() == 200) {
      accepted.add(role + " " + decision + " " + request);
    }
  }

  private String planned(String role, String request) {
    int number = numbers.getOrDefault(request, -1);
    int declined = role.equals("campus-leader") ? 0 : 1;
    return number % 5 == declined ? "decline" : "approve";
  }

  private void awaitDecided(int count) {
    await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptions()
        .until(() -> church("SELECT count(*) FROM request_vote") >= count);
  }

  private void awaitEverything() {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                church("SELECT count(*) FROM request WHERE status IN ('submitted', 'approved')")
                        == 0
                    && shared("SELECT count(*) FROM shared.outbox") == 0
                    && shared(
                            """
                            SELECT count(*) FROM engine.process_instance
                            WHERE state = 'active' AND process_id <> 'approval-digest'
                            """)
                        == 0);
  }

  private void assertEverything() {
    assertThat(church("SELECT count(*) FROM request_vote")).as("votes").isEqualTo(DECISIONS);
    List<String> kept =
        RunningVerger.church(folder, CHURCH)
            .sql(
                """
                SELECT split_part(p.email, '@', 1) || ' ' || v.decision || ' ' || s.request_id
                FROM request_vote v JOIN person p ON p.id = v.person_id
                JOIN request_step s ON s.id = v.step_id
                """)
            .query(String.class)
            .list();
    assertThat(kept).as("decisions that were answered").containsAll(accepted);
    assertThat(kept).doesNotHaveDuplicates();
    numbers.forEach(
        (request, number) ->
            assertThat(status(request))
                .as("request " + number)
                .isEqualTo(number % 5 < 2 ? "declined" : "done"));
    assertThat(church("SELECT count(*) FROM payout")).as("payouts").isEqualTo(REQUESTS * 3 / 5);
    assertThat(church("SELECT count(*) FROM audit_entry WHERE action = 'approvals-executed'"))
        .as("executions")
        .isEqualTo(REQUESTS * 3 / 5);
    assertThat(church("SELECT count(*) FROM audit_entry WHERE action = 'approvals-decided'"))
        .as("decisions in the audit log")
        .isEqualTo(DECISIONS);
    assertThat(church("SELECT count(*) FROM budget_hold WHERE state = 'committed'"))
        .as("money that is committed")
        .isEqualTo(REQUESTS * 3 / 5);
    assertThat(shared("SELECT count(*) FROM engine.incident WHERE state = 'open'")).isZero();
    assertThat(shared("SELECT count(*) FROM engine.user_task WHERE state = 'open'")).isZero();
  }

  private String status(String request) {
    return RunningVerger.church(folder, CHURCH)
        .sql("SELECT status FROM request WHERE id = ?::uuid")
        .param(request)
        .query(String.class)
        .single();
  }

  private long shared(String sql) {
    return RunningVerger.database(folder).sql(sql).query(Long.class).single();
  }

  private long church(String sql) {
    return RunningVerger.church(folder, CHURCH).sql(sql).query(Long.class).single();
  }
}
