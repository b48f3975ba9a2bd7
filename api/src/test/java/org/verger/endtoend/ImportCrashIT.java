package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.machine.FreePorts;
import org.verger.tenants.TenantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Application and database are killed, by process id, while a file is read, applied and undone. */
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
    long before = gifts();
    String id = send(first, "parts");
    await().until(() -> isRunning("import-read"));
    first.kill();

    RunningVerger second = RunningVerger.start(folder, settings).awaitReady();
    awaitStatus(second, id, "ready");
    assertThat(get(second, id).get("new").asLong()).isEqualTo(GIFTS);
    // The staging tables are empty after a crash of the server: that is said, and nothing is
    // applied.
    RunningVerger.postgres(folder).orElseThrow().destroyForcibly();
    second.kill();

    RunningVerger third = RunningVerger.start(folder, settings).awaitReady();
    post(third, id, "apply");
    awaitStatus(third, id, "failed");
    assertThat(get(third, id).get("problem").asString()).contains("Read the file again");
    assertThat(gifts()).isEqualTo(before);
    post(third, id, "read");
    awaitStatus(third, id, "ready");
    post(third, id, "apply");
    await().pollInterval(Duration.ofMillis(20)).until(() -> gifts() > before);
    third.kill();

    try (RunningVerger fourth = RunningVerger.start(folder, settings).awaitReady()) {
      awaitStatus(fourth, id, "applied");
      assertThat(gifts()).isEqualTo(before + GIFTS);
      assertThat(ofTheFile("count(DISTINCT reference)")).isEqualTo(GIFTS);
      post(fourth, id, "undo");
      await().until(() -> isRunning("import-undo"));
      fourth.kill();
    }
    try (RunningVerger fifth = RunningVerger.start(folder, settings).awaitReady()) {
      awaitStatus(fifth, id, "undone");
      assertThat(gifts()).isEqualTo(before);
      assertThat(ofTheFile("count(*)")).isZero();
    }
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
            () ->
                operator.get("/api/v1/imports/" + id).ok().get("status").asString().equals(status));
  }

  private String send(RunningVerger verger, String apply) throws IOException, InterruptedException {
    StringBuilder file = new StringBuilder("Date,Fund,Amount,Check Number\n");
    for (int number = 0; number < GIFTS; number++) {
      file.append("2026-10-04,General,")
          .append(1 + number % 50)
          .append(".00,crash-")
          .append(number)
          .append('\n');
    }
    String boundary = "of-the-form";
    String body =
        part(boundary, "kind", "contributions")
            + part(boundary, "apply", apply)
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"gifts.csv\"\r\n\r\n"
                .formatted(boundary)
            + file
            + "\r\n--%s--\r\n".formatted(boundary);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(verger.address() + "/api/v1/imports"))
            .header("Authorization", "Bearer " + operator(verger).token())
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      return JsonMapper.shared().readTree(answer.body()).get("id").asString();
    }
  }

  private static String part(String boundary, String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(boundary, name, value);
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
