package org.verger.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.analytics.RollUp;
import org.verger.analytics.Scope;
import org.verger.analytics.Subject;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.Http;
import org.verger.web.WebTest;
import tools.jackson.databind.JsonNode;

@WebTest
class AnalyticsApiTest {

  private static final String MARCH = "?from=2026-03-01&to=2026-03-31&grain=month";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired RollUp rollUp;

  @BeforeEach
  void aGiftIsRolledUp() {
    asGrace(
        () -> {
          jdbc.sql("DELETE FROM contribution").update();
          jdbc.sql(
                  """
                  INSERT INTO contribution (unit_id, fund_id, amount, currency, given_on, method,
                    created_at)
                  SELECT u.id, f.id, 12500, 'USD', DATE '2026-03-08', 'cash', now()
                  FROM unit u, fund f WHERE u.parent_id IS NULL
                  """)
              .update();
        });
    CurrentTenant.run(
        new TenantId("grace"),
        () -> {
          for (Subject subject : Subject.values()) {
            rollUp.next(subject, Scope.night(LocalDate.of(2026, 4, 1)));
          }
        });
  }

  @Test
  void figuresComePeriodByPeriodWithTheirPartsAndUntilWhenTheyAreRolledUp() {
    JsonNode answer = as("admin").get("/api/v1/analytics/giving" + MARCH).json();
    assertThat(answer.get("subject").asString()).isEqualTo("giving");
    assertThat(answer.get("grain").asString()).isEqualTo("month");
    assertThat(answer.get("rolledUpThrough").asString()).isEqualTo("2026-03-31");
    assertThat(answer.get("held")).isEmpty();
    JsonNode march = answer.get("series").get(0);
    assertThat(march.get("from").asString()).isEqualTo("2026-03-01");
    assertThat(march.get("figures").valueStream())
        .anySatisfy(
            line -> {
              assertThat(line.get("by").asString()).isEqualTo("fund");
              assertThat(line.get("name").asString()).isEqualTo("General");
              assertThat(line.get("currency").asString()).isEqualTo("USD");
              assertThat(line.get("values").get("amount").asLong()).isEqualTo(12_500);
            });
  }

  @Test
  void withoutARangeItIsTheLastTwelveWeeks() {
    JsonNode answer = as("admin").get("/api/v1/analytics/attendance").json();
    assertThat(answer.get("grain").asString()).isEqualTo("week");
    assertThat(LocalDate.parse(answer.get("from").asString()).plusWeeks(12).minusDays(1))
        .isEqualTo(LocalDate.parse(answer.get("to").asString()));
  }

  @Test
  void whoHasNoRightToReportsOrToMoneyGetsNone() {
    assertThat(as("nobody").get("/api/v1/analytics/attendance").problem()).isEqualTo("forbidden");
    assertThat(as("operator").get("/api/v1/analytics/giving").problem()).isEqualTo("forbidden");
    assertThat(as("operator").get("/api/v1/analytics/attendance").status()).isEqualTo(200);
    assertThat(as("campus-leader").get("/api/v1/analytics/giving").status()).isEqualTo(200);
  }

  @Test
  void anotherChurchsUnitIsNotThere() {
    UUID unit = UUID.randomUUID();
    assertThat(as("admin").get("/api/v1/analytics/giving?unit=" + unit).problem())
        .isEqualTo("not-found");
    Http stranger = Http.on(port).at("mercy.localhost").as("admin@mercy.example");
    JsonNode theirs = stranger.get("/api/v1/analytics/giving" + MARCH).json();
    assertThat(theirs.get("series").get(0).get("figures")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertThat(as("admin").get("/api/v1/analytics/weather").problem()).isEqualTo("not-found");
    JsonNode answer = as("admin").get("/api/v1/analytics/giving?from=soon").json();
    assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo("from");
    answer = as("admin").get("/api/v1/analytics/giving?grain=year").json();
    assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo("grain");
    answer = as("admin").get("/api/v1/analytics/giving?from=2026-03-02&to=2026-03-01").json();
    assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo("to");
  }

  private Http as(String role) {
    return Http.on(port).at("grace.localhost").as(role + "@grace.example");
  }

  private void asGrace(Runnable work) {
    CurrentTenant.run(
        new TenantId("grace"), () -> transactions.executeWithoutResult(open -> work.run()));
  }
}
