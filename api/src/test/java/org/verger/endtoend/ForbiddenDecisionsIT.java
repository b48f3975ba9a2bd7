package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verger.machine.FreePorts;
import org.verger.tenants.TenantId;
import tools.jackson.databind.JsonNode;

/** Whoever must not decide tries to, by every way there is; and links open what they are for. */
class ForbiddenDecisionsIT {

  private static final TenantId CHURCH = new TenantId("olamchurch");
  private static final List<String> OUTSIDERS =
      List.of(
          "group-leader",
          "admin",
          "operator",
          "regional-director",
          "national-director",
          "finance-director");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;

  static int enginePort = FreePorts.find();
  static RunningVerger verger;
  static DemoRequests requests;

  @BeforeAll
  static void start() throws Exception {
    verger =
        RunningVerger.start(folder, "--verger.engine.rest-port=" + enginePort)
            .awaitReady()
            .atNoon();
    requests = new DemoRequests(verger);
  }

  @AfterAll
  static void stop() throws Exception {
    verger.close();
  }

  @Test
  void nobodyElseDecidesByTheApiOrInBulk() {
    String request = requests.expense("group-leader", "510.00", "Api Shop");
    String task = requests.task("campus-leader", request);
    for (String role : OUTSIDERS) {
      assertThat(requests.decide(role, task, "approve", "").status()).as(role).isEqualTo(403);
      assertThat(requests.decide(role, task, "decline", "No").status()).as(role).isEqualTo(403);
      JsonNode bulk =
          requests
              .as(role)
              .post(
                  "/api/v1/tasks/decisions", Map.of("tasks", List.of(task), "decision", "approve"))
              .ok();
      assertThat(bulk.get("items").get(0).get("outcome").asString()).as(role).isEqualTo("refused");
      assertThat(requests.find(role, "mine", request)).as(role).isEmpty();
    }
    assertNothingHappened(request);
    assertThat(attempts(request)).isEqualTo(OUTSIDERS.size() * 3L);
  }

  @Test
  void aDelegateWhoMadeTheRequestDoesNotDecideAndAnAdministratorGivesItToNobodyOutside() {
    String request = requests.expense("group-leader", "520.00", "Delegate Shop");
    String task = requests.task("campus-leader", request);
    RunningVerger.church(folder, CHURCH)
        .sql(
            """
            INSERT INTO delegation (id, person_id, delegate_id, since, until)
            SELECT gen_random_uuid(), a.id, b.id, ?, ? FROM person a, person b
            WHERE a.email LIKE 'campus-leader@%' AND b.email LIKE 'group-leader@%'
            """)
        .params(
            java.sql.Timestamp.from(verger.now().minus(Duration.ofDays(1))),
            java.sql.Timestamp.from(verger.now().plus(Duration.ofDays(1))))
        .update();
    assertThat(requests.decide("group-leader", task, "approve", "").status()).isEqualTo(403);
    for (String role : OUTSIDERS) {
      int wrong = role.equals("regional-director") || role.equals("national-director") ? 204 : 422;
      ApiClient.Answer byAdministrator = assign("admin", task, role);
      assertThat(byAdministrator.status()).as(role).isEqualTo(wrong);
      assertThat(assign("campus-leader", task, role).status()).as(role).isEqualTo(403);
    }
    assertThat(requests.decide("admin", task, "approve", "").status()).isEqualTo(403);
    assertNothingHappened(request);
    assertThat(attempts(request)).isEqualTo(2);
  }

  @Test
  void aTaskThatIsCompletedInTheEngineItselfIsAskedAgain() throws Exception {
    String request = requests.expense("group-leader", "530.00", "Engine Shop");
    requests.task("campus-leader", request);
    long before = taskKey(request);
    assertThat(completeInTheEngine(before)).isBetween(200, 299);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                requests
                    .story("group-leader", request)
                    .contains("approvals-task-completed-outside"));
    assertNothingHappened(request);
    await().atMost(Duration.ofSeconds(30)).until(() -> taskKey(request) != before);
    requests.approve("campus-leader", request);
    requests.approve("regional-director", request);
    requests.awaitStatus("group-leader", request, "released");
  }

  @Test
  void somebodyOfAnotherChurchFindsNothingAndTheAttemptIsKeptThere() {
    String request = requests.expense("group-leader", "540.00", "Foreign Shop");
    String task = requests.task("campus-leader", request);
    ApiClient stranger = stranger();
    assertThat(stranger.get("/api/v1/requests/" + request).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/requests/" + request + "/story").status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/tasks/" + task).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/tasks?filter=team").ok().get("items").size()).isZero();
    for (String path :
        List.of(
            "/api/v1/tasks/" + task + "/decision",
            "/api/v1/tasks/" + task + "/claim",
            "/api/v1/requests/" + request + "/withdrawal",
            "/api/v1/requests/" + request + "/comments",
            "/api/v1/requests/" + request + "/retry",
            "/api/v1/requests/expenses/" + request + "/payment")) {
      assertThat(
              stranger
                  .post(path, Map.of("decision", "approve", "comment", "x", "method", "cash"))
                  .status())
          .as(path)
          .isEqualTo(404);
    }
    assertNothingHappened(request);
    assertThat(
            RunningVerger.church(folder, new TenantId("strangers"))
                .sql(
                    """
                    SELECT count(*) FROM audit_entry
                    WHERE action = 'approvals-decision-refused' AND subject_id = ?
                    """)
                .param(task)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aLinkOpensItsOneTaskOnceAndNothingElse() throws Exception {
    String first = requests.expense("group-leader", "550.00", "Link Shop");
    String second = requests.expense("group-leader", "560.00", "Other Link Shop");
    requests.task("campus-leader", first);
    requests.task("campus-leader", second);
    String mail = digest();
    URI link = link(mail, "Chairs for Link Shop");
    assertThat(
            requests.as("admin").get("/api/v1/messages?template=approval-digest").ok().toString())
        .contains("/task-links/olamchurch/\u2026")
        .doesNotContain(link.getPath());
    assertThat(get(link).body()).contains("Chairs for Link Shop").doesNotContain("Other Link Shop");
    assertThat(get(link).headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(get(link).headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(get(link).headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(get(URI.create(link + "x")).statusCode()).isEqualTo(410);
    assertThat(get(URI.create(link.toString().replace("/olamchurch/", "/strangers/"))).statusCode())
        .isIn(404, 410);
    HttpResponse<String> unreasoned = post(link, Map.of("decision", "decline"));
    assertThat(unreasoned.statusCode()).isEqualTo(422);
    assertThat(unreasoned.body()).contains("Say why");
    assertThat(post(link, Map.of("decision", "approve")).body()).contains("Approved. Thank you!");
    assertThat(get(link).statusCode()).isEqualTo(410);
    assertThat(post(link, Map.of("decision", "decline", "comment", "No")).statusCode())
        .isEqualTo(410);
    assertThat(requests.show("group-leader", second).get("status").asString())
        .isEqualTo("submitted");
    assertThat(requests.show("group-leader", first).toString()).contains("\"state\":\"approved\"");
    URI other = link(mail, "Chairs for Other Link Shop");
    requests.decide("campus-leader", requests.task("campus-leader", second), "approve", "").ok();
    assertThat(get(other).statusCode()).isEqualTo(410);
  }

  @Test
  void aLinkRunsOut() throws Exception {
    String request = requests.expense("group-leader", "575.00", "Late Shop");
    requests.task("campus-leader", request);
    URI link = link(digest(), "Chairs for Late Shop");
    assertThat(get(link).statusCode()).isEqualTo(200);
    verger
        .signedIn("operator@olamchurch.example")
        .post("/api/v1/demo/clock", Map.of("advance", "PT73H"))
        .ok();
    assertThat(get(link).statusCode()).isEqualTo(410);
    assertThat(post(link, Map.of("decision", "approve")).statusCode()).isEqualTo(410);
    assertNothingHappened(request);
  }

  @Test
  void aLinkIsNoUseOnceItsPersonHasNoSay() throws Exception {
    String request = requests.expense("group-leader", "570.00", "Slow Shop");
    requests.task("campus-leader", request);
    URI link = link(digest(), "Chairs for Slow Shop");
    RunningVerger.church(folder, CHURCH)
        .sql("UPDATE role_holding SET until = now() WHERE role = 'campus-leader'")
        .update();
    try {
      assertThat(post(link, Map.of("decision", "approve")).body()).contains("Not done");
      assertThat(attempts(request)).isEqualTo(1);
      assertNothingHappened(request);
    } finally {
      RunningVerger.church(folder, CHURCH)
          .sql("UPDATE role_holding SET until = NULL WHERE role = 'campus-leader'")
          .update();
    }
  }

  /** The link to a task in an e-mail. */
  private static URI link(String mail, String title) {
    Matcher line = Pattern.compile(Pattern.quote(title) + ",.*\\n\\s+(http\\S+)").matcher(mail);
    assertThat(line.find()).as("a link to " + title).isTrue();
    return URI.create(line.group(1));
  }

  /** Waits for the next day's e-mail of the campus leader. */
  private static String digest() {
    long before = mails();
    verger
        .signedIn("operator@olamchurch.example")
        .post("/api/v1/demo/clock", Map.of("advance", "PT24H"));
    await().atMost(Duration.ofSeconds(40)).until(() -> mails() > before);
    return RunningVerger.church(folder, CHURCH)
        .sql(
            """
            SELECT body FROM sandbox_message
            WHERE address = 'campus-leader@olamchurch.example' AND key LIKE '%approval-digest%'
            ORDER BY id DESC LIMIT 1
            """)
        .query(String.class)
        .single();
  }

  private static long mails() {
    return RunningVerger.church(folder, CHURCH)
        .sql(
            """
            SELECT count(*) FROM sandbox_message
            WHERE address = 'campus-leader@olamchurch.example' AND key LIKE '%approval-digest%'
            """)
        .query(Long.class)
        .single();
  }

  private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(here(link)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(URI link, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HTTP.send(
        HttpRequest.newBuilder(here(link))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static URI here(URI link) {
    return verger.address().resolve(link.getPath());
  }

  private static ApiClient.Answer assign(String by, String task, String to) {
    String person =
        StreamSupport.stream(
                requests
                    .as("admin")
                    .get("/api/v1/organisation/roles")
                    .ok()
                    .get("items")
                    .spliterator(),
                false)
            .filter(holding -> holding.get("role").asString().equals(to))
            .findFirst()
            .orElseThrow()
            .get("person")
            .asString();
    return requests
        .as(by)
        .post("/api/v1/tasks/" + task + "/assignment", Map.of("person", person, "reason", "Away"));
  }

  private static ApiClient stranger() {
    ApiClient platform = verger.signedIn("platform@verger.example");
    platform
        .post(
            "/api/v1/platform/tenants",
            Map.of(
                "id",
                "strangers",
                "name",
                "Strangers",
                "timeZone",
                "Europe/Berlin",
                "languages",
                List.of("en"),
                "region",
                "DE",
                "currency",
                "EUR"))
        .ok();
    platform
        .post(
            "/api/v1/platform/tenants/strangers/administrators",
            Map.of(
                "givenName",
                "Saul",
                "familyName",
                "Stranger",
                "email",
                "saul@strangers.example",
                "password",
                "a-long-password-of-saul"))
        .ok();
    return verger.anonymous().signIn("saul@strangers.example", "a-long-password-of-saul");
  }

  private static void assertNothingHappened(String request) {
    JsonNode now = requests.show("group-leader", request);
    assertThat(now.get("status").asString()).isEqualTo("submitted");
    assertThat(now.get("steps").get(0).get("state").asString()).isEqualTo("open");
    assertThat(now.get("steps").get(0).get("votes").size()).isZero();
  }

  private static long attempts(String request) {
    return requests.story("group-leader", request).stream()
        .filter("approvals-decision-refused"::equals)
        .count();
  }

  private static long taskKey(String request) {
    return RunningVerger.database(folder)
        .sql(
            """
            SELECT coalesce(max(key), 0) FROM engine.user_task
            WHERE subject_id = ? AND state = 'open'
            """)
        .param(request)
        .query(Long.class)
        .single();
  }

  private static int completeInTheEngine(long task) throws IOException, InterruptedException {
    String version =
        System.getProperty("verger.test.zeebe-distribution", "").contains("8.5.") ? "v1" : "v2";
    return HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:%d/%s/user-tasks/%d/completion"
                            .formatted(enginePort, version, task)))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"variables\":{\"stageOver\":true,\"approved\":true,\"nextStep\":\"approved\"}}"))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
