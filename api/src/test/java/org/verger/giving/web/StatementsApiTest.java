package org.verger.giving.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.giving.MakeStatements;
import org.verger.giving.Statements;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.Reach;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.JsonNode;

@WebTest
class StatementsApiTest {

  private static final String API = "/api/v1/giving/statements";
  private static final String PAGE = "/giving/statements";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired MakeStatements make;
  @Autowired Statements statements;
  @Autowired StatementPdf pdf;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  private Http admin;
  private String family;
  private String statement;

  @BeforeEach
  void give() {
    admin = Http.on(port).as("admin@grace.example");
    family = "Giver" + UUID.randomUUID().toString().substring(0, 8);
    CurrentTenant.run(
        new TenantId("grace"),
        () -> {
          UUID giver = people.create(new NewPerson("Ann", family, null, null, "en")).value();
          gift(giver, 123_450, "2025-02-01");
          gift(giver, -3_450, "2025-02-03");
          make();
        });
    statement = admin.get(API + "?search=" + family).json().at("/items/0/id").asString();
  }

  private void gift(UUID giver, long amount, String day) {
    transactions.executeWithoutResult(
        open ->
            jdbc.sql(
                    """
                    INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency,
                      given_on, method, created_at)
                    SELECT ?, f.id, u.id, ?, 'USD', CAST(? AS date), 'cash', now()
                    FROM fund f, unit u WHERE f.code = 'general' AND u.parent_id IS NULL
                    """)
                .params(giver, amount, day)
                .update());
  }

  private void make() {
    make.begin(2025);
    while (make.next(2025, 300).givers() > 0) {
      continue;
    }
  }

  private Http signedIn(String email) {
    Http http = Http.on(port).at("grace.localhost");
    Http.Answer form = http.get("/sign-in");
    Matcher token = CSRF.matcher(form.body());
    assertThat(token.find()).isTrue();
    Http.Answer in =
        http.with("Cookie", Http.cookie(form))
            .submit(
                "/sign-in",
                Map.of(
                    "_csrf", token.group(1), "email", email, "password", WebTestChurches.PASSWORD));
    return http.with("Cookie", Http.cookie(in));
  }

  @Test
  void theListNamesNumberStateAndSum() {
    JsonNode items = admin.get(API + "?year=2025&state=first&search=" + family).json().get("items");
    assertThat(items).hasSize(1);
    JsonNode item = items.get(0);
    assertThat(item.get("name").asString()).isEqualTo("Ann " + family);
    assertThat(item.get("number").asInt()).isPositive();
    assertThat(item.get("gifts").asInt()).isEqualTo(2);
    assertThat(item.at("/totals/0/amount").decimalValue()).isEqualByComparingTo("1200.00");
    assertThat(admin.get(API + "?year=2024&search=" + family).json().get("items")).isEmpty();
    assertThat(admin.get(API + "?year=soon").json().at("/errors/0/field").asString())
        .isEqualTo("year");
    assertThat(admin.get(API + "?state=lost").json().at("/errors/0/field").asString())
        .isEqualTo("state");
    assertThat(admin.get(API + "?cursor=x").json().at("/errors/0/field").asString())
        .isEqualTo("cursor");
  }

  @Test
  void oneIsReadAsJsonAndAsPaperAndAnEarlierVersionToo() {
    CurrentTenant.run(
        new TenantId("grace"),
        () -> {
          transactions.executeWithoutResult(
              open ->
                  jdbc.sql(
                          "UPDATE contribution SET amount = 200000 WHERE amount > 0 AND person_id"
                              + " = (SELECT id FROM person WHERE family_name = ?)")
                      .param(family)
                      .update());
          make();
        });
    JsonNode now = admin.get(API + "/" + statement).json();
    assertThat(now.get("version").asInt()).isEqualTo(2);
    assertThat(now.at("/totals/0/amount").decimalValue()).isEqualByComparingTo("1965.50");
    assertThat(now.at("/gifts/1/amount").decimalValue()).isEqualByComparingTo("-34.50");
    JsonNode before = admin.get(API + "/" + statement + "?version=1").json();
    assertThat(before.get("latest").asInt()).isEqualTo(2);
    assertThat(before.at("/totals/0/amount").decimalValue()).isEqualByComparingTo("1200");
    Http.Answer paper = admin.get(API + "/" + statement + "/pdf");
    assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(paper.header("Content-Disposition"))
        .contains("statement-2025-" + now.get("number").asInt() + "-v2.pdf");
    assertThat(paper.header("Cache-Control")).isEqualTo("no-store");
    assertThat(admin.get(API + "/" + statement + "?version=3").status()).isEqualTo(404);
    Http session = signedIn("admin@grace.example");
    assertThat(session.get(PAGE + "/" + statement).body())
        .contains("Version 2", "replaces version 1", "1,965.50 USD");
    assertThat(session.get(PAGE + "/" + statement + "?version=1").body())
        .contains("another version replaces this one", "1,200.00 USD");
    assertThat(session.get(PAGE + "/" + statement + "/pdf?version=1").header("Content-Type"))
        .isEqualTo("application/pdf");
  }

  @Test
  void thePaperHasEveryGiftWhatTheyComeToAndWhatItReplaces() throws IOException {
    CurrentTenant.run(
        new TenantId("grace"),
        () -> {
          for (int day = 1; day <= 28; day++) {
            gift(giver(), 100, "2025-03-%02d".formatted(day));
            gift(giver(), 50, "2025-04-%02d".formatted(day));
          }
          make();
        });
    byte[] paper =
        CurrentTenant.call(
            new TenantId("grace"),
            () ->
                pdf.write(statements.require(UUID.fromString(statement), null, Reach.EVERYTHING)));
    try (PDDocument read = Loader.loadPDF(paper)) {
      assertThat(read.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(read))
          .contains(
              "Church grace",
              "Ann " + family,
              "What you gave in 2025",
              "It replaces version 1 of this statement.",
              "1,234.50 USD",
              "-34.50 USD",
              "Apr 28, 2025",
              "In all",
              "1,242.00 USD");
    }
  }

  private UUID giver() {
    return transactions.execute(
        open ->
            jdbc.sql("SELECT id FROM person WHERE family_name = ?")
                .param(family)
                .query(UUID.class)
                .single());
  }

  @Test
  void thePageIsNarrowedAndExported() {
    Http session = signedIn("admin@grace.example");
    String body = session.get(PAGE + "?search=" + family).body();
    assertThat(body)
        .contains("Ann " + family, "/exports/statements.csv?search=" + family, "1,200.00 USD");
    assertThat(session.get("/exports/statements.csv?search=" + family).body())
        .contains("Ann " + family, "1200.00,USD");
    assertThat(session.get(PAGE + "?search=nobody" + family).body()).contains("No statement fits");
    assertThat(session.get(PAGE + "?year=soon").status()).isEqualTo(422);
    assertThat(session.get(PAGE + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void whoHasNoSayOverMoneyAndOtherChurchesAreRefused() {
    Http operator = Http.on(port).as("operator@grace.example");
    Http foreigner = Http.on(port).as("admin@mercy.example");
    for (String path : List.of(API, API + "/" + statement, API + "/" + statement + "/pdf")) {
      assertThat(operator.get(path).problem()).as(path).isEqualTo("forbidden");
    }
    assertThat(foreigner.get(API + "/" + statement).status()).isEqualTo(404);
    assertThat(foreigner.get(API + "/" + statement + "/pdf").status()).isEqualTo(404);
    assertThat(foreigner.get(API).body()).doesNotContain(family);
    Http nobody = signedIn("nobody@grace.example");
    Http limited = signedIn("operator@grace.example");
    for (String path : List.of(PAGE, PAGE + "/" + statement, PAGE + "/" + statement + "/pdf")) {
      assertThat(nobody.get(path).status()).as(path).isEqualTo(403);
      assertThat(limited.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(limited.get("/exports/statements.csv").status()).isEqualTo(403);
  }
}
