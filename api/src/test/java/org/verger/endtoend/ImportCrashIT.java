package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.machine.FreePorts;
import org.verger.tenants.TenantId;
import tools.jackson.databind.JsonNode;

/** Application and database are killed, by process id, while a file is read, applied and undone. */
@Isolated
class ImportCrashIT {

  private static final int GIFTS = 200_000;
  private static final TenantId CHURCH = new TenantId("olamchurch");

  @TempDir Path folder;

  private final String[] settings = {
    "--server.port=" + FreePorts.find(), "--verger.roles=api,batch", "--verger.batch.node=only"
  };

  @Test
  void noGiftIsLostOrDoubledHoweverOftenTheProcessesDie() throws Exception {
    RunningVerger first = RunningVerger.start(folder, settings).awaitReady();
    // Whose night must not wait for the file.
    ApiClient neighbour = first.anotherChurch("neighbour");
    long before = gifts();
    String id = send(first, "parts");
    await().until(() -> isRunning("import-read"));
    first.kill();

    RunningVerger second = RunningVerger.start(folder, settings).awaitReady();
    awaitStatus(second, id, "ready");
    assertThat(get(second, id).get("new").asLong()).isEqualTo(GIFTS);
    post(second, id, "apply");
    await().pollInterval(Duration.ofMillis(20)).until(() -> gifts() > before);
    second.kill();

    RunningVerger third = RunningVerger.start(folder, settings).awaitReady();
    await().until(() -> isRunning("import-apply"));
    String night = startNight(neighbour);
    awaitStatus(third, id, "applied");
    assertThat(gifts()).isEqualTo(before + GIFTS);
    assertThat(ofTheFile("count(DISTINCT reference)")).isEqualTo(GIFTS);
    awaitCompleted(neighbour, night);
    assertThat(ended("neighbour", "nightly")).isBefore(ended(CHURCH.value(), "import-apply"));
    post(third, id, "undo");
    await().until(() -> isRunning("import-undo"));
    RunningVerger.postgres(folder).orElseThrow().destroyForcibly();
    third.kill();

    try (RunningVerger fourth = RunningVerger.start(folder, settings).awaitReady()) {
      awaitStatus(fourth, id, "undone");
      assertThat(gifts()).isEqualTo(before);
      assertThat(ofTheFile("count(*)")).isZero();
    }
  }

  private static String startNight(ApiClient church) {
    return church
        .post("/api/v1/batch/jobs/nightly/runs", Map.of("parameters", Map.of("day", "2026-11-20")))
        .ok()
        .get("id")
        .asString();
  }

  private static void awaitCompleted(ApiClient church, String run) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                church
                    .get("/api/v1/batch/runs/" + run)
                    .ok()
                    .get("status")
                    .asString()
                    .equals("completed"));
  }

  private Instant ended(String church, String job) {
    return RunningVerger.database(folder)
        .sql(
            """
            SELECT ended_at FROM shared.batch_run WHERE tenant_id = ? AND job = ? AND state = 'completed'
            """)
        .params(church, job)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static ApiClient operator(RunningVerger verger) {
    return verger.signedIn("operator@olamchurch.example");
  }

  private static JsonNode get(RunningVerger verger, String id) {
    return operator(verger).get("/api/v1/imports/" + id).ok();
  }

  private static void post(RunningVerger verger, String id, String what) {
    operator(verger).post("/api/v1/imports/" + id + "/" + what, Map.of()).ok();
  }

  private static void awaitStatus(RunningVerger verger, String id, String status) {
    ApiClient operator = operator(verger);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              JsonNode answer = operator.get("/api/v1/imports/" + id).ok();
              assertThat(answer.get("status").asString()).as("%s", answer).isNotEqualTo("failed");
              return answer.get("status").asString().equals(status);
            });
  }

  private String send(RunningVerger verger, String apply) throws IOException {
    Path file = folder.resolve("gifts.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Date,Fund,Amount,Check Number\n");
      for (int number = 0; number < GIFTS; number++) {
        out.write("2026-10-04,General,%d.00,crash-%d\n".formatted(1 + number % 50, number));
      }
    }
    return operator(verger)
        .upload("/api/v1/imports", Map.of("kind", "contributions", "apply", apply), file)
        .ok()
        .get("id")
        .asString();
  }

  private boolean isRunning(String job) {
    return RunningVerger.database(folder)
        .sql("SELECT EXISTS (SELECT FROM shared.batch_run WHERE job = ? AND state = 'running')")
        .param(job)
        .query(Boolean.class)
        .single();
  }

  private long gifts() {
    return count("SELECT count(*) FROM contribution");
  }

  private long ofTheFile(String what) {
    return count("SELECT " + what + " FROM contribution WHERE reference LIKE 'crash-%'");
  }

  private long count(String sql) {
    JdbcClient church = RunningVerger.church(folder, CHURCH);
    return church.sql(sql).query(Long.class).single();
  }
}
