package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.tenants.TenantId;

/** The pages of gifts, gatherings and events, in a real browser, with the demo's twelve weeks. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock(DemoForPages.LOCK)
class RecordPagesIT {

  private static final String EVENT = "00000000-0000-4000-8000-000000000007";

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  private static RunningVerger verger;
  private static Browser browser;
  private static Path demo;

  @BeforeAll
  static void open() throws Exception {
    DemoForPages running = DemoForPages.get();
    verger = running.verger();
    browser = new Browser(verger.address().toString());
    demo = running.folder();
    publishAnEvent(demo);
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  // As an import brings it in: without a request.
  private static void publishAnEvent(Path folder) {
    Instant starts = verger.now().plus(Duration.ofDays(9));
    JdbcClient jdbc = RunningVerger.church(folder, new TenantId("olamchurch"));
    jdbc.sql(
            """
            INSERT INTO event (id, unit_id, title, place, starts_at, ends_at, published_at)
            SELECT ?, id, 'Harvest supper', 'The hall', ?, ?, ? FROM unit WHERE level = 'campus'
            """)
        .param(UUID.fromString(EVENT))
        .param(Timestamp.from(starts))
        .param(Timestamp.from(starts.plus(Duration.ofHours(3))))
        .param(Timestamp.from(starts.minus(Duration.ofDays(20))))
        .update();
  }

  private static Page as(String role, Browser.Window window) {
    return browser.open(window, role + "@olamchurch.example", "verger-demo");
  }

  @Test
  @Order(1)
  void aGiftIsEnteredChangedAndTakenBack() {
    try (Page page = as("campus-leader", Browser.Window.NARROW)) {
      page.navigate("/giving/new");
      page.fill("#name", "director");
      page.fill("#amount", "12,50");
      page.locator("#amount").press("Enter");
      assertThat(page.locator("#amount-problem")).containsText("in digits");
      assertThat(page.locator("#name-problem")).containsText("Choose the one you mean");
      assertThat(page.locator("#fund-problem")).containsText("open funds");
      assertThat(page.locator("#amount")).hasValue("12,50");
      assertThat(Browser.barriers(page)).isEmpty();
      page.getByLabel("Joanna Finance director").check();
      page.fill("#amount", "1,250.00");
      page.fill("#givenOn", "2026-01-04");
      page.selectOption("#method", "cheque");
      page.selectOption("#fund", new SelectOption().setLabel("Missions"));
      page.locator("#unit").selectOption(new SelectOption().setIndex(1));
      page.locator("main form .button-primary").press("Enter");
      assertThat(page.locator("h1")).hasText("Gift of Joanna Finance director");
      assertThat(page.locator(".ledger-big")).hasText("1,250.00 USD");
      page.getByText("Change").first().click();
      page.fill("#amount", "1,205.00");
      page.locator("main form .button-primary").click();
      assertThat(page.locator(".ledger-big")).hasText("1,205.00 USD");
      assertThat(page.locator("main")).containsText("Amount before: 1,250.00 USD");
      page.locator("main form .button").click();
      assertThat(page.locator("#reason-problem")).containsText("why");
      page.fill("#reason", "The cheque bounced");
      page.locator("main form .button").click();
      assertThat(page.locator(".ledger-hint")).containsText("It was taken back");
      page.navigate("/giving?search=joanna&from=2026-01-01&to=2026-01-31");
      assertThat(page.locator(".ledger tbody tr")).hasCount(1);
    }
  }

  @Test
  @Order(2)
  void headsAreCountedAndPeopleMarked() {
    try (Page page = as("campus-leader", Browser.Window.WIDE)) {
      page.navigate("/attendance");
      page.getByText("Sunday service").first().click();
      page.waitForURL("**/attendance/*");
      int before = page.locator(".ledger-people form").count();
      page.locator("input[name=present]").first().check();
      page.getByText("Mark as present").click();
      assertThat(page.locator(".flash")).containsText("One more is marked");
      assertThat(page.locator(".ledger-people form")).hasCount(before + 1);
      page.fill("#headcount", "many");
      page.locator("section[aria-labelledby=heads] .button").click();
      assertThat(page.locator("#headcount-problem")).containsText("0 or more");
      page.fill("#headcount", "1");
      page.locator("section[aria-labelledby=heads] .button").click();
      assertThat(page.locator(".ledger-hint")).containsText("More people are marked");
    }
  }

  @Test
  @Order(3)
  void aPublishedEventIsChangedByThoseWithASay() {
    try (Page page = as("group-leader", Browser.Window.NARROW)) {
      page.navigate("/events/" + EVENT);
      assertThat(page.locator("h1")).hasText("Harvest supper");
      assertThat(page.getByText("Change")).hasCount(0);
    }
    try (Page page = as("campus-leader", Browser.Window.NARROW)) {
      page.navigate("/events/" + EVENT + "/edit");
      page.fill("#title", " ");
      page.locator("main form .button-primary").click();
      assertThat(page.locator("#title-problem")).containsText("Give the event a name");
      page.fill("#title", "Harvest supper for all");
      page.locator("main form .button-primary").click();
      assertThat(page.locator("h1")).hasText("Harvest supper for all");
      page.getByText("Record attendance").click();
      assertThat(page.locator("#name")).hasValue("Harvest supper for all");
    }
  }

  @Test
  @Order(4)
  void aListIsNarrowedAndSaysWhatToDoWhenNothingFits() {
    try (Page page = as("finance-director", Browser.Window.WIDE)) {
      page.navigate("/giving");
      assertThat(page.locator(".ledger tbody tr")).hasCount(50);
      page.getByText("Show older ones").click();
      assertThat(page.locator(".ledger tbody tr").first()).isVisible();
      page.selectOption("#method", "other");
      assertThat(page.locator("#results .empty")).containsText("No gift fits");
    }
    try (Page page = as("group-leader", Browser.Window.NARROW)) {
      page.navigate("/giving");
      assertThat(page.locator("#results .empty")).containsText("No gifts yet");
      page.navigate("/giving/funds");
      assertThat(page.locator(".ledger")).containsText("Missions");
      assertThat(page.getByText("Add a fund")).hasCount(0);
    }
  }

  @Test
  @Order(5)
  void theStatementsOfAYearAreMadeOnTheConsoleReadAndPrinted() throws IOException {
    giveIn2025();
    try (Page page = as("operator", Browser.Window.WIDE)) {
      page.navigate("/batch");
      page.fill("#statements-year", "2025");
      page.click("#start-statements");
      page.waitForURL("**/batch/runs/*");
      assertThat(page.locator("main .chip-dot").first()).containsText("Completed", PATIENTLY);
    }
    try (Page page = as("finance-director", Browser.Window.WIDE)) {
      page.navigate("/giving");
      page.locator(".places").getByText("Statements").click();
      page.selectOption("#year", "2025");
      assertThat(page.locator(".ledger tbody tr")).hasCount(2);
      page.fill("#search", "joanna");
      page.locator("#search").press("Enter");
      assertThat(page.locator(".ledger tbody tr")).hasCount(1);
      Download paper = page.waitForDownload(() -> page.getByText("PDF").click());
      assertThat(paper.suggestedFilename()).matches("statement-2025-[12]\\.pdf");
      try (PDDocument read = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
        assertThat(new PDFTextStripper().getText(read))
            .contains("Joanna Finance director", "What you gave in 2025", "1,300.00 USD");
      }
      page.locator(".ledger tbody a").first().click();
      assertThat(page.locator(".ledger-big")).hasText("1,300.00 USD");
    }
    try (Page page = as("group-leader", Browser.Window.NARROW)) {
      page.navigate("/giving/statements");
      assertThat(page.locator("#results .empty")).containsText("No statements yet");
    }
  }

  private static void giveIn2025() {
    RunningVerger.church(demo, new TenantId("olamchurch"))
        .sql(
            """
            INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on,
              method, created_at)
            SELECT p.id, f.id, u.id, d.amount, 'USD', d.day, 'transfer', now()
            FROM person p, fund f, unit u,
              (VALUES (100000, DATE '2025-02-02'), (45000, '2025-06-01'), (-15000, '2025-06-03'))
                AS d (amount, day)
            WHERE u.parent_id IS NULL AND f.code = 'general'
              AND p.family_name IN ('Finance director', 'Campus leader')
            """)
        .update();
  }

  @ParameterizedTest
  @EnumSource
  @Order(20)
  void everyPageFitsTheWindowAndHasNoBarriers(Browser.Window window) {
    List<String> wrong = new ArrayList<>();
    try (Page page = as("admin", window)) {
      look(page, "/giving", "giving", window, wrong);
      page.locator(".ledger tbody a").nth(3).click();
      page.waitForURL("**/giving/*");
      look(page, page.url(), "gift", window, wrong);
      look(page, page.url() + "/edit", "gift-edit", window, wrong);
      look(page, "/giving/funds", "funds", window, wrong);
      look(page, "/giving/statements", "statements", window, wrong);
      page.locator(".ledger tbody a").first().click();
      page.waitForURL("**/giving/statements/*");
      look(page, page.url(), "statement", window, wrong);
      look(page, "/attendance", "attendance", window, wrong);
      page.locator(".ledger tbody a").first().click();
      page.waitForURL("**/attendance/*");
      look(page, page.url(), "gathering", window, wrong);
      look(page, page.url() + "/edit", "gathering-edit", window, wrong);
      look(page, "/events", "event-list", window, wrong);
      look(page, "/events/" + EVENT, "event", window, wrong);
      look(page, "/events/" + EVENT + "/edit", "event-edit", window, wrong);
    }
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
  }

  private static void look(
      Page page, String path, String picture, Browser.Window window, List<String> wrong) {
    page.navigate(path);
    Browser.barriers(page).forEach(barrier -> wrong.add(path + " " + barrier));
    if (Browser.overflow(page) > 0) {
      wrong.add(path + " is wider than the window");
    }
    Browser.picture(page, picture, window);
  }
}
