package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.analytics.CheckRecords;
import org.verger.analytics.RollUp;
import org.verger.analytics.Scope;
import org.verger.analytics.Subject;
import org.verger.batch.BatchRuns;
import org.verger.batch.RunState;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;

/** The pages of figures in a real browser. */
@WebTest
@Import(ReportPagesIT.Batch.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportPagesIT {

  private static final TenantId GRACE = new TenantId("grace");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired RollUp rollUp;
  @Autowired CheckRecords checkRecords;
  @Autowired AskedRuns asked;

  private Browser browser;

  /** Runs that were asked for. */
  record AskedRuns(List<Map<String, String>> runs) implements BatchRuns {

    @Override
    public UUID request(String job, String key, Map<String, String> parameters) {
      runs.add(parameters);
      return UUID.randomUUID();
    }

    @Override
    public Optional<RunState> state(String job, String key) {
      return Optional.empty();
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Batch {

    @Bean
    @Primary
    AskedRuns askedRuns() {
      return new AskedRuns(new CopyOnWriteArrayList<>());
    }
  }

  @BeforeEach
  void open() {
    browser = new Browser("http://grace.localhost:" + port);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private Page as(String role, Browser.Window window) {
    return browser.open(window, role + "@grace.example", WebTestChurches.PASSWORD);
  }

  @Test
  @Order(1)
  void beforeTheFirstNightItSaysWhenFiguresComeAndTakesABackFill() {
    try (Page page = as("admin", Browser.Window.NARROW)) {
      page.navigate("/analytics/funnel");
      assertThat(page.locator("main .empty")).containsText("back-fill");
      page.navigate("/analytics");
      page.fill("#from", "2026-02-01");
      page.fill("#to", "2026-01-01");
      page.getByText("Make them anew").click();
      assertThat(page.locator("#to-problem")).containsText("not before");
      page.fill("#to", "2026-02-28");
      page.getByLabel("Messages").uncheck();
      page.getByText("Make them anew").click();
      assertThat(page.locator(".flash")).containsText("Asked for");
    }
    assertThat(asked.runs())
        .containsExactly(
            Map.of(
                "from",
                "2026-02-01",
                "to",
                "2026-02-28",
                "subjects",
                "attendance,giving,funnel,approvals,retention"));
  }

  @Test
  @Order(2)
  void whatChecksFindHoldsFiguresBackUntilItIsReleased() {
    live();
    night();
    try (Page page = as("admin", Browser.Window.NARROW)) {
      page.navigate("/analytics/attendance");
      assertThat(page.locator(".flash-problem")).containsText("held back");
      page.navigate("/analytics/checks");
      assertThat(page.locator("main article").first()).containsText("than were counted");
      page.getByText("Make the figures all the same").first().click();
      assertThat(page.locator(".flash")).containsText("being made");
      assertThat(page.locator("main article").first()).containsText("Released by Ruth Example");
    }
    assertThat(asked.runs().getLast()).containsEntry("subjects", "attendance");
    night();
  }

  @ParameterizedTest
  @EnumSource
  @Order(3)
  void everyPageFitsTheWindowAndHasNoBarriers(Browser.Window window) {
    List<String> wrong = new ArrayList<>();
    try (Page page = as("admin", window)) {
      look(page, "/analytics", "reports", window, wrong);
      look(page, "/analytics/checks", "report-checks", window, wrong);
      for (Subject subject : Subject.values()) {
        look(page, "/analytics/" + subject.code(), "report-" + subject.code(), window, wrong);
        assertThat(page.locator("[data-ready] canvas")).not().hasCount(0);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(4)
  void aChartIsSavedAsAPictureAndItsNumbersAreOnThePage() throws IOException {
    try (Page page = as("admin", Browser.Window.WIDE)) {
      page.navigate("/analytics/giving?grain=month");
      assertThat(page.locator(".report-table").first()).containsText("USD");
      Download picture = page.waitForDownload(() -> page.getByText("Save as PNG").first().click());
      assertThat(picture.suggestedFilename()).isEqualTo("by-fund-usd.png");
      assertThat(Files.size(picture.path())).isGreaterThan(5_000);
      page.navigate("/analytics/giving?from=soon");
      assertThat(page.locator("#from-problem")).containsText("as in 2026");
    }
  }

  @Test
  @Order(5)
  void whoMayNotReadFiguresIsToldSo() {
    try (Page page = as("operator", Browser.Window.WIDE)) {
      page.navigate("/analytics");
      assertThat(page.locator(".tile")).hasCount(5);
      page.navigate("/analytics/giving");
      assertThat(page.locator("h1")).not().containsText("Giving");
    }
    try (Page page = as("campus-leader", Browser.Window.WIDE)) {
      page.navigate("/analytics");
      assertThat(page.locator("#back-fill")).hasCount(0);
    }
  }

  private void look(
      Page page, String path, String name, Browser.Window window, List<String> wrong) {
    page.navigate(path);
    if (Browser.overflow(page) > 0) {
      wrong.add(name + " is wider than the window");
    }
    Browser.barriers(page).forEach(barrier -> wrong.add(name + ": " + barrier));
    Browser.picture(page, name, window);
  }

  private void night() {
    Scope scope = Scope.night(TODAY);
    CurrentTenant.run(
        GRACE,
        () -> {
          checkRecords.check(scope);
          for (Subject subject : Subject.values()) {
            rollUp.next(subject, scope);
          }
        });
  }

  /** Half a year of a church of two hundred. */
  private void live() {
    run(
        """
        INSERT INTO person (id, given_name, family_name, language, created_at)
        SELECT CAST(md5('p' || n) AS uuid), 'Ann', 'Lee', 'en', now() FROM generate_series(1, 200) n
        """,
        """
        INSERT INTO fund (id, code, name, created_at)
        VALUES (gen_random_uuid(), 'missions', 'Missions', now()),
          (gen_random_uuid(), 'building', 'Building', now()) ON CONFLICT DO NOTHING
        """,
        """
        INSERT INTO gathering (id, unit_id, name, held_on, headcount, created_at)
        SELECT CAST(md5('g' || n) AS uuid), u.id, 'Service ' || n, current_date - n * 7,
          CASE WHEN n = 3 THEN 5 ELSE 90 + 40 * n % 37 END, now()
        FROM unit u, generate_series(1, 26) n WHERE u.parent_id IS NULL
        """,
        """
        INSERT INTO attendance (gathering_id, person_id)
        SELECT CAST(md5('g' || n) AS uuid), CAST(md5('p' || p) AS uuid)
        FROM generate_series(1, 26) n, generate_series(1, 200) p
        WHERE p <= 200 - n * 5 AND (p * 7 + n * 13) % 10 < 4
        """,
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method,
          created_at)
        SELECT CAST(md5('p' || p) AS uuid),
          (SELECT id FROM fund ORDER BY code OFFSET (p + n) % 3 LIMIT 1), u.id,
          (1 + (p * n) % 20) * 1250, 'USD', current_date - n * 7,
          (ARRAY['cash', 'card', 'online', 'cheque'])[1 + p % 4], now()
        FROM unit u, generate_series(1, 26) n, generate_series(1, 200, 4) p
        WHERE u.parent_id IS NULL
        """,
        """
        INSERT INTO guest (id, first_name, last_name, email, language, campaign, unit_id, stage,
          stage_since, created_at)
        SELECT CAST(md5('guest' || n) AS uuid), 'Ann', 'Lee', 'guest' || n || '@example.org', 'en',
          (ARRAY['easter', 'spring-fair', NULL])[1 + n % 3], NULL, 'new', now(),
          now() - n * INTERVAL '26 hours'
        FROM generate_series(2, 120) n
        """,
        """
        INSERT INTO guest_stage_change (guest_id, to_stage, cause, at)
        SELECT g.id, s.stage, 'staff', g.created_at + (g.row * s.place * 2) % 70 * INTERVAL '1 hour'
        FROM (SELECT id, created_at, row_number() OVER (ORDER BY id) AS row FROM guest) g
        JOIN (VALUES (1, 'contacted'), (2, 'connected'), (3, 'decided'), (4, 'in-discipleship'),
          (5, 'member')) AS s (place, stage) ON g.row % (s.place + 1) = 0 OR s.place = 1 AND g.row % 9 > 0
        """,
        """
        INSERT INTO request (id, kind, area, unit_id, requester_id, title, status, submitted_at)
        SELECT CAST(md5('r' || n) AS uuid), (ARRAY['expense', 'event'])[1 + n % 2], 'money', u.id,
          CAST(md5('p1') AS uuid), 'Chairs', 'submitted', now() - n * INTERVAL '2 days'
        FROM unit u, generate_series(2, 60) n WHERE u.parent_id IS NULL
        """,
        """
        INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state, opened_at,
          decided_at)
        SELECT gen_random_uuid(), id, 1, 1, 1,
          (ARRAY['campus-leader', 'finance-director'])[1 + row % 2], 1,
          CASE WHEN row % 5 = 0 THEN 'open' ELSE 'approved' END, submitted_at,
          CASE WHEN row % 5 > 0 THEN submitted_at + row % 50 * INTERVAL '1 hour' END
        FROM (SELECT id, submitted_at, row_number() OVER (ORDER BY id) AS row FROM request) r
        """,
        """
        INSERT INTO message_delivery (business_key, subject_id, channel, address, template, language,
          body, segments, status, reason, created_at, at)
        SELECT 'm' || n, 'x', (ARRAY['sms', 'email'])[1 + n % 2], 'a', 't', 'en', 'b', 1 + n % 2,
          CASE WHEN n % 11 = 0 THEN 'failed' ELSE 'sent' END, CASE WHEN n % 11 = 0 THEN 'x' END,
          now() - n * INTERVAL '9 hours', now()
        FROM generate_series(3, 220) n
        """,
        "INSERT INTO message_price (channel, micros, currency) VALUES ('sms', 7900, 'USD')");
  }

  private void run(String... statements) {
    CurrentTenant.run(
        GRACE,
        () ->
            transactions.executeWithoutResult(
                open -> {
                  for (String statement : statements) {
                    jdbc.sql(statement).update();
                  }
                }));
  }
}
