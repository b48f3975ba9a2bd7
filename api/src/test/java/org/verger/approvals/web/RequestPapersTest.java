package org.verger.approvals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;

/** Who gets what belongs to a request, and what a file can be. */
@WebTest
class RequestPapersTest {

  private static final String BOUNDARY = "----------paper";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;

  private Http leader;
  private String request;
  private String file;

  @BeforeEach
  void ask() {
    leader = Http.on(port).as("campus-leader@grace.example");
    Http admin = Http.on(port).as("admin@grace.example");
    String unit = admin.get("/api/v1/organisation/units").json().at("/items/0/id").asString();
    String person =
        admin
            .get("/api/v1/organisation/roles?role=operator")
            .json()
            .at("/items/0/person")
            .asString();
    Map<String, String> wanted =
        Map.of("person", person, "role", "group-leader", "unit", unit, "reason", "=1+1");
    Http.Answer asked = leader.post("/api/v1/requests/roles", wanted);
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    request = asked.json().get("id").asString();
    Http.Answer attached = attach("offer.txt", "text/plain", "forty chairs");
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
    file = attached.json().get("id").asString();
  }

  @Test
  void aFileComesBackToBeKeptAndNotShown() {
    Http.Answer answer = leader.get(api("/attachments/" + file));
    assertThat(answer.body()).isEqualTo("forty chairs");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment").contains("offer.txt");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
  }

  @Test
  void whoMayNotSeeTheRequestGetsNothingOfIt() {
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "usher");
    Http stranger = Http.on(port).as(email);
    Http foreigner = Http.on(port).as("admin@mercy.example");
    for (Http.Answer refused :
        Stream.of(stranger, foreigner)
            .flatMap(who -> papers().map(path -> who.get(api(path))))
            .toList()) {
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.body()).doesNotContain("chairs");
    }
    assertThat(send(stranger, "mine.txt", "text/plain", "x").status()).isEqualTo(404);
    Http session = signedIn(email);
    papers()
        .forEach(
            path ->
                assertThat(session.get("/requests/" + request + path).status())
                    .as(path)
                    .isEqualTo(404));
    assertThat(session.get("/requests/" + request + "/edit/role").status()).isEqualTo(404);
    assertThat(session.get("/requests").status()).isEqualTo(200);
  }

  @Test
  void thePlatformsAccountAndWhoIsNotSignedInGetNothing() {
    papers()
        .forEach(
            path -> {
              assertThat(Http.on(port).get(api(path)).status()).as(path).isEqualTo(401);
              assertThat(Http.on(port).get("/requests/" + request + path).header("Location"))
                  .endsWith("/sign-in");
              assertThat(Http.on(port).as(WebTestChurches.ROOT).get(api(path)).status())
                  .as(path)
                  .isBetween(400, 404);
              assertThat(Http.on(port).as("nobody@grace.example").get(api(path)).status())
                  .as(path)
                  .isEqualTo(403);
            });
  }

  @Test
  void theStoryIsATableWithoutFormulasAndAPaper() {
    Http.Answer table = leader.get(api("/story.csv"));
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.body()).contains("Ruth Example asked for it", "approvals-submitted");
    Http.Answer paper = leader.get(api("/story.pdf"));
    assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(paper.body()).startsWith("%PDF");
  }

  @Test
  void aFileOfAnotherKindOrSizeIsRefusedWithASentence() {
    Http.Answer program = attach("run.exe", "application/x-msdownload", "MZ");
    assertThat(program.status()).isEqualTo(422);
    assertThat(program.json().at("/errors/0/message").asString()).contains("PDF");
    Http.Answer large = attach("long.txt", "text/plain", "x".repeat(11 * 1024 * 1024));
    assertThat(large.status()).isEqualTo(422);
    assertThat(large.json().at("/errors/0/message").asString()).contains("10 MB");
    Http.Answer huge = attach("huge.txt", "text/plain", "x".repeat(51 * 1024 * 1024));
    assertThat(huge.status()).isEqualTo(413);
    assertThat(huge.json().get("detail").asString()).contains("at most 50 MB");
  }

  @Test
  void aRequestIsSentFromItsFormOnlyWithItsSecret() {
    Http session = signedIn("campus-leader@grace.example");
    Http.Answer refused = session.submit("/requests/" + request + "/withdrawal", Map.of());
    assertThat(refused.status()).isEqualTo(403);
    Http.Answer page = session.get("/requests/" + request);
    assertThat(page.body()).contains("Where it stands").doesNotContain(" style=");
    session.submit("/requests/" + request + "/withdrawal", Map.of("_csrf", secret(page)));
    assertThat(leader.get("/api/v1/requests/" + request).json().get("status").asString())
        .isEqualTo("withdrawn");
    assertThat(attach("late.txt", "text/plain", "x").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/requests",
        "/requests/new/expense",
        "/requests/new/role",
        "/requests/new/event",
        "/payouts",
        "/events",
        "/delegations",
        "/organisation/approvals",
        "/organisation/budget"
      })
  void everyPageIsThereForPeopleOfTheChurchOnly(String path) {
    assertThat(signedIn("admin@grace.example").get(path).status()).isEqualTo(200);
    assertThat(signedIn("nobody@grace.example").get(path).status()).isEqualTo(403);
  }

  @Test
  void whoIsAwayNamesSomebodyAndTakesItBack() {
    Map<String, String> away = new LinkedHashMap<>();
    away.put(
        "delegate",
        Http.on(port)
            .as("admin@grace.example")
            .get("/api/v1/organisation/roles?role=operator")
            .json()
            .at("/items/0/person")
            .asString());
    away.put("since", "2026-01-01T08:00:00Z");
    away.put("until", "2099-01-01T08:00:00Z");
    Http.Answer named = leader.post("/api/v1/delegations", away);
    assertThat(named.status()).isEqualTo(201);
    String path = named.header("Location");
    assertThat(leader.get("/api/v1/delegations").json().at("/items/0/delegateName").asString())
        .isEqualTo("Ruth Example");
    Http operator = Http.on(port).as("operator@grace.example");
    assertThat(operator.send(path, "DELETE", null).status()).isEqualTo(404);
    assertThat(leader.send(path, "DELETE", null).status()).isEqualTo(204);
    assertThat(leader.get("/api/v1/delegations").json().get("items").size()).isZero();
  }

  @Test
  void settingsAreChangedByWhoLooksAfterTheSystemAndMakeSense() {
    Http admin = Http.on(port).as("admin@grace.example").with("Content-Type", "application/json");
    String path = "/api/v1/approval-settings";
    String sensible =
        """
        {"reminderHours": 24, "escalationHours": 72, "boardQuorum": 2, "splitDays": 7,
         "digestTime": "07:30", "linkHours": 48}
        """;
    assertThat(admin.send(path, "PUT", sensible).json().get("digestTime").asString())
        .isEqualTo("07:30");
    assertThat(leader.get(path).json().get("boardQuorum").asInt()).isEqualTo(2);
    assertThat(
            admin
                .send(path, "PUT", sensible.replace("72", "12"))
                .json()
                .at("/errors/0/field")
                .asString())
        .isEqualTo("escalation");
    assertThat(leader.with("Content-Type", "application/json").send(path, "PUT", sensible).status())
        .isEqualTo(403);
  }

  private Stream<String> papers() {
    return Stream.of("", "/attachments/" + file, "/story.csv", "/story.pdf");
  }

  private String api(String path) {
    return "/api/v1/requests/" + request + path;
  }

  private Http.Answer attach(String name, String type, String content) {
    return send(leader, name, type, content);
  }

  private Http.Answer send(Http who, String name, String type, String content) {
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r\nContent-Type: %3$s\r\n\r\n%4$s\r\n--%1$s--\r\n"
            .formatted(BOUNDARY, name, type, content);
    return who.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .send(api("/attachments"), "POST", body);
  }

  private Http signedIn(String email) {
    Http.Answer form = Http.on(port).get("/sign-in");
    Http.Answer in =
        Http.on(port)
            .with("Cookie", Http.cookie(form))
            .submit(
                "/sign-in",
                Map.of(
                    "_csrf",
                    secret(form),
                    "email",
                    email,
                    "password",
                    WebTestChurches.PASSWORD,
                    "church",
                    ""));
    return Http.on(port).with("Cookie", Http.cookie(in));
  }

  private static String secret(Http.Answer form) {
    Matcher found = CSRF.matcher(form.body());
    assertThat(found.find()).as(form.body()).isTrue();
    return found.group(1);
  }
}
