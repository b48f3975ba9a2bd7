package org.verger.exports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.audit.Audit;
import org.verger.audit.AuditEntry;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.AwkwardList;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;

/** Lists as files, from pages and over REST. */
@WebTest
class ExportsTest {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;
  @Autowired Audit audit;

  @Test
  void aListComesWithTheFiltersOfItsPageAndANameThatSaysWhatItIs() {
    String family = "Export" + UUID.randomUUID();
    enter("=Ana", family);
    enter("Ben", "Other" + UUID.randomUUID());
    Http session = signedIn("admin@grace.example");
    Http.Answer file = session.get("/exports/people.csv?search=" + family + "&unit=&active=true");
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.body().lines()).hasSize(2).last().asString().startsWith("'=Ana," + family);
    assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition"))
        .startsWith("attachment")
        .containsPattern("grace-people-\\d{4}-\\d\\d-\\d\\d\\.csv");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    assertThat(admin().get("/api/v1/exports/people?format=csv&search=" + family).body())
        .isEqualTo(file.body());
    Http.Answer book = session.get("/exports/people.xlsx?search=" + family);
    assertThat(book.body()).startsWith("PK");
    assertThat(book.header("Content-Type")).contains("spreadsheetml.sheet");
    AuditEntry entry =
        CurrentTenant.call(new TenantId("grace"), () -> audit.of("people")).getLast();
    assertThat(entry.detail())
        .containsEntry("format", "xlsx")
        .containsEntry("rows", 1)
        .containsEntry("filters", java.util.List.of("search"));
    assertThat(entry.detail().toString()).doesNotContain(family);
  }

  @ParameterizedTest
  @CsvSource({
    "/people,people",
    "/families,households",
    "/groups,groups",
    "/guests,guests",
    "/requests,requests",
    "/tasks,tasks",
    "/payouts,payouts",
    "/organisation/budget,budget-lines",
    "/messages,messages"
  })
  void everyListOffersItselfAsAFile(String page, String list) {
    Http session = signedIn("admin@grace.example");
    String body = session.get(page + "?search=abc&cursor=" + UUID.randomUUID()).body();
    for (String format : new String[] {"csv", "xlsx"}) {
      String address = "/exports/" + list + "." + format + "?search=abc";
      assertThat(body).contains("href=\"" + address + "\"");
      assertThat(session.get(address).status()).as(address).isEqualTo(200);
    }
    assertThat(admin().get("/api/v1/exports").body()).contains("\"" + list + "\"");
  }

  @Test
  void whoHasNoRightIsNeitherOfferedNorGivenAList() {
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "usher");
    Http session = signedIn(email);
    assertThat(session.get("/people").body()).doesNotContain("/exports/");
    assertThat(session.get("/requests").body()).contains("/exports/requests.csv");
    assertThat(session.get("/exports/people.csv").status()).isEqualTo(403);
    Http.Answer refused = Http.on(port).as(email).get("/api/v1/exports/people");
    assertThat(refused.problem()).isEqualTo("forbidden");
    assertThat(refused.header("Content-Disposition")).isEmpty();
    assertThat(Http.on(port).get("/exports/people.csv").header("Location")).endsWith("/sign-in");
    assertThat(signedIn("nobody@grace.example").get("/exports/requests.csv").status())
        .isEqualTo(403);
  }

  @Test
  void nobodyIsInTheFileOfAnotherChurch() {
    String family = "Export" + UUID.randomUUID();
    enter("Ana", family);
    Http foreigner = Http.on(port).as("admin@mercy.example");
    assertThat(foreigner.get("/api/v1/exports/people").body()).doesNotContain(family);
    assertThat(foreigner.with("X-Tenant", "grace").get("/api/v1/exports/people").problem())
        .isEqualTo("church-mismatch");
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThat(admin().get("/api/v1/exports/secrets").status()).isEqualTo(404);
    assertThat(admin().get("/api/v1/exports/people?format=pdf").status()).isEqualTo(422);
    assertThat(admin().get("/api/v1/exports/people?membership=pope").status()).isEqualTo(422);
    Http session = signedIn("admin@grace.example");
    assertThat(session.get("/exports/secrets.csv").status()).isEqualTo(404);
    assertThat(session.get("/exports/people.csv?membership=pope").status()).isEqualTo(400);
  }

  @Test
  void whatFailsBeforeTheFirstBytesIsAnError() {
    Http.Answer answer = admin().get("/api/v1/exports/awkward?rows=3");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Content-Disposition")).isEmpty();
    assertThat(signedIn("admin@grace.example").get("/exports/awkward.csv").status()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void whatBreaksOffIsCutAndDoesNotLookComplete(String format) {
    assertThatThrownBy(() -> admin().get("/api/v1/exports/awkward?rows=300000&format=" + format))
        .isInstanceOf(UncheckedIOException.class);
    Http session = signedIn("admin@grace.example");
    assertThatThrownBy(() -> session.get("/exports/awkward." + format + "?rows=300000"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aChurchWhoseReadersAreSlowKeepsNoOtherFromItsLists() {
    Http mercy = Http.on(port).as("admin@mercy.example");
    List<CompletableFuture<Http.Answer>> slow =
        Stream.generate(this::admin)
            .limit(2)
            .map(
                admin ->
                    CompletableFuture.supplyAsync(
                        () -> admin.get("/api/v1/exports/awkward?gate=shut")))
            .toList();
    try {
      await().until(() -> AwkwardList.waiting() == 2);
      Http.Answer refused = admin().get("/api/v1/exports/people");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.problem()).isEqualTo("too-many-exports");
      assertThat(mercy.get("/api/v1/exports/people").status()).isEqualTo(200);
    } finally {
      AwkwardList.letPass(2);
    }
    assertThat(slow).allSatisfy(one -> assertThat(one.join().status()).isEqualTo(500));
    assertThat(admin().get("/api/v1/exports/people").status()).isEqualTo(200);
  }

  private Http admin() {
    return Http.on(port).as("admin@grace.example");
  }

  private void enter(String given, String family) {
    Http.Answer entered =
        admin().post("/api/v1/people", Map.of("givenName", given, "familyName", family));
    assertThat(entered.status()).as(entered.body()).isEqualTo(201);
  }

  private Http signedIn(String email) {
    Http.Answer form = Http.on(port).get("/sign-in");
    Matcher secret = CSRF.matcher(form.body());
    assertThat(secret.find()).isTrue();
    Http.Answer signedIn =
        Http.on(port)
            .with("Cookie", Http.cookie(form))
            .submit(
                "/sign-in",
                Map.of(
                    "_csrf",
                    secret.group(1),
                    "email",
                    email,
                    "password",
                    WebTestChurches.PASSWORD,
                    "church",
                    ""));
    return Http.on(port).with("Cookie", Http.cookie(signedIn));
  }
}
