package org.verger.batch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.Http;
import org.verger.web.Visitor;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.JsonNode;

/** The runs of all churches, by API and on pages, and who may see and change them. */
@WebTest
class PlatformBatchTest {

  private static final String RUNS = "/api/v1/platform/batch/runs";
  private static final String SCHEDULES = "/api/v1/platform/batch/schedules";
  private static final List<String> VERBS = List.of("stop", "restart", "abandon", "recover");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private Http root;

  @BeforeEach
  void signIn() {
    jdbc.sql("DELETE FROM shared.batch_run").update();
    root = Http.on(port).as(WebTestChurches.ROOT);
  }

  @Test
  void theRunsOfAllChurchesAreThereWithoutWhatTheyWereAskedForWith() {
    start("grace", "Ruth Boaz");
    start("mercy", "k");
    Http.Answer all = root.get(RUNS);
    assertThat(churches(all)).containsExactly("mercy", "grace");
    assertThat(all.body())
        .doesNotContain("Ruth")
        .doesNotContain("parameters")
        .doesNotContain("key");
    assertThat(churches(root.get(RUNS + "?church=grace"))).containsExactly("grace");
    assertThat(churches(root.get(RUNS + "?job=nightly"))).isEmpty();
    assertThat(churches(root.get(RUNS + "?state=queued&limit=1"))).containsExactly("mercy");
    assertThat(root.get(RUNS + "?state=asleep").status()).isEqualTo(422);
  }

  @Test
  void lateRunsAreFound() {
    String late = start("grace", "a");
    start("grace", "b");
    jdbc.sql("UPDATE shared.batch_run SET scheduled_for = now() - interval '5 hours' WHERE id = ?")
        .param(UUID.fromString(late))
        .update();
    assertThat(root.get(RUNS + "?state=late").json().get("items").valueStream())
        .extracting(run -> run.get("id").asString())
        .containsExactly(late);
  }

  @Test
  void aRunOfAnyChurchIsStoppedRestartedGivenUpAndRecoveredAndBothLogsSayWho() {
    String run = RUNS + "/" + start("mercy", "k");
    assertThat(status(act(run, "stop"))).isEqualTo("stopped");
    assertThat(status(act(run, "restart"))).isEqualTo("queued");
    jdbc.sql("UPDATE shared.batch_run SET state = 'running', node = 'x', heartbeat = now()")
        .update();
    assertThat(act(run, "recover").json().get("detail").asString())
        .isEqualTo("Its process is alive: stop the run instead");
    jdbc.sql("UPDATE shared.batch_run SET heartbeat = now() - interval '1 minute'").update();
    assertThat(status(act(run, "recover"))).isEqualTo("queued");
    assertThat(status(act(run, "abandon"))).isEqualTo("abandoned");
    assertThat(act(run, "restart").status()).isEqualTo(409);
    assertThat(ofTheChurchsLog("mercy", run))
        .containsSubsequence("batch-stop", "batch-restart", "batch-recover", "batch-abandon");
    JsonNode entry = root.get("/api/v1/platform/tenants/mercy/audit").json().at("/items/0");
    assertThat(entry.get("action").asString()).isEqualTo("batch-restart");
    assertThat(entry.get("actor").asString()).isEqualTo(WebTestChurches.ROOT);
    assertThat(entry.get("detail").asString()).contains(run.substring(RUNS.length() + 1));
  }

  @Test
  void theLogOfARunIsShown() {
    String run = start("grace", "k");
    jdbc.sql(
            """
            INSERT INTO shared.batch_run_log (run_id, at, level, line)
            VALUES (?, now(), 'info', 'Step one')
            """)
        .param(UUID.fromString(run))
        .update();
    assertThat(root.get(RUNS + "/" + run + "/log").json().at("/items/0/line").asString())
        .isEqualTo("Step one");
    assertThat(root.get(RUNS + "/" + run).json().get("church").asString()).isEqualTo("grace");
  }

  @Test
  void allThatMatchAreRestartedWithAResultForEach() {
    start("grace", "a");
    start("mercy", "b");
    start("mercy", "c");
    jdbc.sql("UPDATE shared.batch_run SET state = 'failed' WHERE key <> 'by-hand-c'").update();
    JsonNode one = root.post(RUNS + "/retry", Map.of("church", "grace")).json().get("items");
    assertThat(one).hasSize(1);
    assertThat(one.get(0).get("church").asString()).isEqualTo("grace");
    assertThat(one.get(0).get("problem").isNull()).isTrue();
    JsonNode rest = root.post(RUNS + "/retry", Map.of("state", "queued")).json().get("items");
    assertThat(rest).hasSize(2);
    assertThat(rest.get(0).get("problem").asString()).contains("cannot be asked to restart");
    assertThat(root.post(RUNS + "/retry", Map.of()).json().get("items")).hasSize(1);
    assertThat(root.get(RUNS + "?state=queued").json().get("items")).hasSize(3);
  }

  @Test
  void whatIsNoRunIsNotFound() {
    for (String id : List.of("x", UUID.randomUUID().toString())) {
      assertThat(root.get(RUNS + "/" + id).status()).as(id).isEqualTo(404);
      assertThat(act(RUNS + "/" + id, "stop").status()).as(id).isEqualTo(404);
    }
  }

  @Test
  void theSchedulesOfEachChurchAreThereWithTheirNextTime() {
    JsonNode items = root.get(SCHEDULES + "?church=grace").json().get("items");
    assertThat(items).isNotEmpty().allMatch(one -> one.get("church").asString().equals("grace"));
    assertThat(items.get(0).get("next").isNull()).isFalse();
    assertThat(root.get(SCHEDULES).json().get("items").valueStream())
        .extracting(one -> one.get("church").asString())
        .contains("grace", "mercy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin@grace.example", "operator@mercy.example", "nobody@grace.example"})
  void nobodyOfAChurchMayDoAnyOfThis(String email) {
    String run = start("grace", "k");
    Http http = Http.on(port).as(email);
    for (String path : List.of(RUNS, RUNS + "/" + run, RUNS + "/" + run + "/log", SCHEDULES)) {
      assertThat(http.get(path).problem()).as(path).isEqualTo("forbidden");
    }
    for (String verb : VERBS) {
      assertThat(http.post(RUNS + "/" + run + "/" + verb, Map.of()).problem())
          .as(verb)
          .isEqualTo("forbidden");
    }
    assertThat(http.post(RUNS + "/retry", Map.of()).problem()).isEqualTo("forbidden");
    assertThat(status(root.get(RUNS + "/" + run))).isEqualTo("queued");
  }

  @Test
  void noAdministratorOfAChurchSeesThePagesOrHasTheirFormsTaken() {
    String run = start("grace", "k");
    Visitor admin = Visitor.signedIn(port, "admin@grace.example");
    for (String path : List.of("", "/runs/" + run, "/schedules")) {
      assertThat(admin.get("/platform/batch" + path).status()).as(path).isEqualTo(403);
    }
    for (String path : List.of("/retry", "/runs/" + run + "/stop")) {
      assertThat(admin.submit("/batch/schedules", "/platform/batch" + path).status())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(status(root.get(RUNS + "/" + run))).isEqualTo("queued");
  }

  @Test
  void thePlatformsAccountSignsInOnThePageAndSeesRunsOnly() {
    start("grace", "k");
    Visitor platform = Visitor.signedIn(port, WebTestChurches.ROOT);
    Http.Answer start = platform.get("/");
    assertThat(start.status()).isEqualTo(302);
    assertThat(start.header("Location")).endsWith("/platform/batch");
    Http.Answer page = platform.get("/platform/batch");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Retention")
        .contains("href=\"/platform/batch\"")
        .doesNotContain("href=\"/guests\"")
        .doesNotContain("href=\"/batch\"");
    assertThat(platform.get("/platform/batch/schedules?church=grace").body()).contains("Retention");
    for (String path : List.of("/guests", "/people", "/imports", "/batch", "/batch/runs")) {
      Http.Answer refused = platform.get(path);
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.body()).as(path).contains("You look after the platform");
    }
  }

  @Test
  void whatNeedsSomebodyComesFirst() {
    String failed = start("grace", "a");
    start("mercy", "b");
    jdbc.sql(
            "UPDATE shared.batch_run SET state = 'failed', message = 'A disk is full' WHERE id = ?")
        .param(UUID.fromString(failed))
        .update();
    String page = Visitor.signedIn(port, WebTestChurches.ROOT).get("/platform/batch").body();
    assertThat(page.substring(page.indexOf("These need somebody")))
        .containsSubsequence("A disk is full", "The others", "Waiting");
    assertThat(page.split("A disk is full", -1)).as("once").hasSize(2);
  }

  @Test
  void aRunIsStoppedAndAllAreRestartedOnThePages() {
    String run = start("grace", "k");
    Visitor platform = Visitor.signedIn(port, WebTestChurches.ROOT);
    String page = "/platform/batch/runs/" + run;
    assertThat(platform.submit(page, page + "/stop").status()).isEqualTo(302);
    assertThat(status(root.get(RUNS + "/" + run))).isEqualTo("stopped");
    assertThat(platform.get(page).body()).contains("Restart from where it ended");
    Http.Answer retried = platform.submit("/platform/batch", "/platform/batch/retry");
    assertThat(retried.header("Location")).endsWith("/platform/batch");
    assertThat(platform.get("/platform/batch").body())
        .contains("What came of it")
        .contains("Waits for its turn");
    assertThat(status(root.get(RUNS + "/" + run))).isEqualTo("queued");
  }

  @Test
  void thereIsAnEmptyStateThatSaysWhatComesNext() {
    Visitor platform = Visitor.signedIn(port, WebTestChurches.ROOT);
    assertThat(platform.get("/platform/batch").body()).contains("Nothing has run yet");
    assertThat(platform.get("/platform/batch?state=failed").body()).contains("No run fits");
    assertThat(platform.get("/platform/batch?state=asleep").status()).isEqualTo(400);
  }

  private String start(String church, String key) {
    return Http.on(port)
        .as("operator@" + church + ".example")
        .with("Idempotency-Key", key)
        .post("/api/v1/batch/jobs/retention/runs", Map.of())
        .json()
        .get("id")
        .asString();
  }

  private Http.Answer act(String run, String verb) {
    return root.post(run + "/" + verb, Map.of());
  }

  private List<String> ofTheChurchsLog(String church, String run) {
    return CurrentTenant.call(
        new TenantId(church),
        () ->
            transactions.execute(
                open ->
                    jdbc.sql(
                            """
                            SELECT action FROM audit_entry
                            WHERE subject_id = ? AND person_id IS NULL AND detail ->> 'by' = 'platform'
                            ORDER BY id
                            """)
                        .param(run.substring(RUNS.length() + 1))
                        .query(String.class)
                        .list()));
  }

  private static List<String> churches(Http.Answer runs) {
    return runs.json().get("items").valueStream().map(run -> run.get("church").asString()).toList();
  }

  private static String status(Http.Answer answer) {
    return answer.json().get("status").asString();
  }
}
