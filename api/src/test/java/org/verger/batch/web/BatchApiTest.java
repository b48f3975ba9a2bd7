package org.verger.batch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.JsonNode;

/** The console over REST, in a process that runs no jobs itself. */
@WebTest
class BatchApiTest {

  private static final String RUNS = "/api/v1/batch/runs";

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;
  @Autowired JdbcClient jdbc;

  private Http operator;

  @BeforeEach
  void signIn() {
    jdbc.sql("DELETE FROM shared.batch_run").update();
    operator = Http.on(port).as("operator@grace.example");
  }

  @Test
  void aRunThatIsStartedWaitsAndIsStartedOnceForAKey() {
    Http.Answer first = start("k-1");
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.json().get("status").asString()).isEqualTo("queued");
    assertThat(first.header("Location")).isEqualTo(RUNS + "/" + id(first));
    assertThat(id(start("k-1"))).isEqualTo(id(first));
    assertThat(id(start("k-2"))).isNotEqualTo(id(first));
    JsonNode job = job("retention");
    assertThat(job.get("byHand").asBoolean()).isTrue();
    assertThat(job.at("/lastRun/status").asString()).isEqualTo("queued");
  }

  @Test
  void aRunIsStoppedRestartedAndGivenUp() {
    String run = RUNS + "/" + id(start("k-1"));
    assertThat(status(operator.post(run + "/stop", Map.of()))).isEqualTo("stopped");
    assertThat(status(operator.post(run + "/restart", Map.of()))).isEqualTo("queued");
    assertThat(status(operator.post(run + "/abandon", Map.of()))).isEqualTo("abandoned");
    Http.Answer refused = operator.post(run + "/restart", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("run-not-changed");
    assertThat(refused.json().get("detail").asString())
        .isEqualTo("A run that is abandoned cannot be asked to restart");
  }

  @ParameterizedTest
  @CsvSource({
    "nightly, day=2099-01-01, day",
    "nightly, day=0001-01-01, day",
    "nightly, day=tomorrow, day",
    "roll-up-backfill, from=2026-03-02 to=2026-03-01, to",
    "roll-up-backfill, from=0001-01-01 to=2026-03-01, from",
    "roll-up-backfill, from=1800-01-01 to=2026-03-01, to"
  })
  void daysThatAJobCanDoNothingWithAreRefused(String job, String given, String field) {
    Map<String, String> parameters =
        Arrays.stream(given.split(" ", -1))
            .map(pair -> pair.split("=", -1))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    Http.Answer refused =
        operator.post("/api/v1/batch/jobs/" + job + "/runs", Map.of("parameters", parameters));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().toString()).contains("\"" + field + "\"");
    assertThat(operator.get(RUNS).json().get("items")).isEmpty();
  }

  @Test
  void aRunIsRecoveredFromAProcessThatIsGoneOnly() {
    UUID id = UUID.fromString(id(start("k-1")));
    jdbc.sql("UPDATE shared.batch_run SET state = 'running', node = 'x', heartbeat = now()")
        .update();
    assertThat(operator.post(RUNS + "/" + id + "/recover", Map.of()).status()).isEqualTo(409);
    jdbc.sql("UPDATE shared.batch_run SET heartbeat = now() - interval '1 minute'").update();
    assertThat(operator.get(RUNS + "/" + id).json().get("orphaned").asBoolean()).isTrue();
    assertThat(status(operator.post(RUNS + "/" + id + "/recover", Map.of()))).isEqualTo("queued");
  }

  @Test
  void allThatMatchAreRestartedWithAResultForEach() {
    for (int number = 0; number < 3; number++) {
      start("k-" + number);
    }
    jdbc.sql("UPDATE shared.batch_run SET state = 'failed' WHERE key <> 'by-hand-k-0'").update();
    JsonNode items = operator.post(RUNS + "/retry", Map.of("job", "retention")).json().get("items");
    assertThat(items).hasSize(2).allMatch(item -> item.get("problem").isNull());
    assertThat(operator.get(RUNS + "?state=queued").json().get("items")).hasSize(3);
    JsonNode refused = operator.post(RUNS + "/retry", Map.of("state", "queued")).json();
    assertThat(refused.get("items")).hasSize(3);
    assertThat(refused.at("/items/0/problem").asString()).contains("cannot be asked to restart");
  }

  @Test
  void theListIsReadPageByPage() {
    for (int number = 0; number < 3; number++) {
      start("k-" + number);
    }
    JsonNode first = operator.get(RUNS + "?limit=2").json();
    assertThat(first.get("items")).hasSize(2);
    JsonNode second = operator.get(RUNS + "?limit=2&cursor=" + first.get("next").asString()).json();
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(operator.get(RUNS + "?cursor=x").status()).isEqualTo(422);
    assertThat(operator.get(RUNS + "?state=asleep").status()).isEqualTo(422);
  }

  @Test
  void whoHasALimitedRightLooksAndDoesNotAct() {
    churches.member("looker@grace.example", "national-director");
    Http looker = Http.on(port).as("looker@grace.example");
    String run = RUNS + "/" + id(start("k-1"));
    assertThat(looker.get("/api/v1/batch/jobs").status()).isEqualTo(200);
    assertThat(looker.get(run).status()).isEqualTo(200);
    assertThat(looker.get(run + "/log").status()).isEqualTo(200);
    assertThat(looker.get("/api/v1/batch/schedules").status()).isEqualTo(200);
    for (String verb : new String[] {"stop", "restart", "abandon", "recover"}) {
      assertThat(looker.post(run + "/" + verb, Map.of()).problem()).isEqualTo("forbidden");
    }
    assertThat(looker.post(RUNS + "/retry", Map.of()).problem()).isEqualTo("forbidden");
    assertThat(looker.post("/api/v1/batch/jobs/retention/runs", Map.of()).problem())
        .isEqualTo("forbidden");
    assertThat(put(looker, "retention", "{\"on\": false}").problem()).isEqualTo("forbidden");
    assertThat(status(operator.get(run))).isEqualTo("queued");
  }

  @ParameterizedTest
  @ValueSource(strings = {"campus-leader@grace.example", "nobody@grace.example"})
  void othersMayNotEvenLook(String email) {
    Http other = Http.on(port).at("grace.localhost").as(email);
    for (String path :
        new String[] {
          RUNS, "/api/v1/batch/jobs", "/api/v1/batch/schedules", RUNS + "/" + UUID.randomUUID()
        }) {
      assertThat(other.get(path).problem()).as(path).isEqualTo("forbidden");
    }
  }

  @Test
  void anotherChurchsRunsAreNotThere() {
    String run = RUNS + "/" + id(start("k-1"));
    Http mercy = Http.on(port).as("admin@mercy.example");
    assertThat(mercy.get(RUNS).json().get("items")).isEmpty();
    assertThat(mercy.get(run).status()).isEqualTo(404);
    assertThat(mercy.post(run + "/stop", Map.of()).status()).isEqualTo(404);
    assertThat(status(operator.get(run))).isEqualTo("queued");
  }

  @Test
  void aScheduleIsChangedInTheVersionThatWasRead() {
    Http admin = Http.on(port).as("admin@grace.example");
    Http.Answer before = admin.get("/api/v1/batch/schedules/retention");
    assertThat(before.json().get("next")).hasSize(10);
    assertThat(before.json().get("zone").asString()).isEqualTo("America/Chicago");
    String weekly = "{\"rhythm\": {\"every\": \"week\", \"time\": \"04:30\", \"day\": 7}}";
    Http.Answer after = put(admin.with("If-Match", before.header("ETag")), "retention", weekly);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.json().at("/rhythm/every").asString()).isEqualTo("week");
    assertThat(put(admin.with("If-Match", before.header("ETag")), "retention", weekly).status())
        .isEqualTo(412);
    Http.Answer wrong =
        put(admin, "retention", "{\"rhythm\": {\"every\": \"moon\", \"time\": \"25:00\"}}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().get("errors").valueStream().map(error -> error.get("field").asString()))
        .containsExactly("every", "time");
    assertThat(put(admin, "no-such-job", weekly).status()).isEqualTo(404);
    assertThat(
            Http.on(port)
                .as("admin@mercy.example")
                .get("/api/v1/batch/schedules/retention")
                .json()
                .at("/rhythm/every")
                .asString())
        .as("another church's schedule")
        .isEqualTo("day");
  }

  @Test
  void aYearlyScheduleHasAMonthAndIsChangedLikeTheOthers() {
    Http admin = Http.on(port).as("admin@mercy.example");
    JsonNode before = admin.get("/api/v1/batch/schedules/statements").json();
    assertThat(before.get("rhythm").toString())
        .isEqualTo("{\"every\":\"year\",\"time\":\"06:00\",\"day\":15,\"month\":1}");
    assertThat(before.get("next")).hasSize(10);
    assertThat(before.at("/next/0").asString()).matches("\\d{4}-01-15T12:00:00Z");
    String later = "{\"rhythm\": {\"every\":\"year\",\"time\":\"06:00\",\"day\":31,\"month\":2}}";
    assertThat(put(admin, "statements", later).json().at("/next/0").asString())
        .matches("\\d{4}-02-2[89]T12:00:00Z");
  }

  @Test
  void aYearIsFourDigits() {
    String runs = "/api/v1/batch/jobs/statements/runs";
    Http.Answer wrong = operator.post(runs, Map.of("parameters", Map.of("year", "26")));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().at("/errors/0/message").asString()).contains("as in 2026");
  }

  @Test
  void whatAJobDoesNotKnowIsRefused() {
    assertThat(operator.post("/api/v1/batch/jobs/no-such-job/runs", Map.of()).status())
        .isEqualTo(404);
    assertThat(
            operator
                .post(
                    "/api/v1/batch/jobs/retention/runs",
                    Map.of("parameters", Map.of("day", "2026-11-21")))
                .status())
        .isEqualTo(422);
  }

  private Http.Answer start(String key) {
    return operator
        .with("Idempotency-Key", key)
        .post("/api/v1/batch/jobs/retention/runs", Map.of());
  }

  private static Http.Answer put(Http http, String job, String body) {
    return http.with("Content-Type", "application/json")
        .send("/api/v1/batch/schedules/" + job, "PUT", body);
  }

  private JsonNode job(String name) {
    return operator
        .get("/api/v1/batch/jobs")
        .json()
        .get("items")
        .valueStream()
        .filter(job -> job.get("job").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String id(Http.Answer answer) {
    return answer.json().get("id").asString();
  }

  private static String status(Http.Answer answer) {
    return answer.json().get("status").asString();
  }
}
