package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console of batch jobs in a real browser, while the jobs really run. */
@ResourceLock(DemoForPages.LOCK)
class BatchPagesIT {

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  private static RunningVerger verger;
  private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    DemoForPages demo = DemoForPages.get();
    verger = demo.verger();
    folder = demo.folder();
    browser = new Browser(verger.address().toString());
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @EnumSource(Browser.Window.class)
  void aJobIsStartedByHandAndWatchedToItsEnd(Browser.Window window) {
    try (Page page = as("operator", window)) {
      page.navigate("/batch");
      lookAt(page, "batch", window);
      page.click("#start-retention");
      assertThat(page.locator("h1")).containsText("Retention");
      assertThat(page.locator("main .chip-dot").first()).containsText("Completed", PATIENTLY);
      assertThat(page.locator(".batch-log")).containsText("Step task-links");
      lookAt(page, "batch-run", window);
      page.navigate("/batch/runs?job=retention");
      assertThat(page.locator(".batch-runs li").first()).containsText("by hand");
      lookAt(page, "batch-runs", window);
    }
  }

  @ParameterizedTest
  @EnumSource(Browser.Window.class)
  void aScheduleIsChangedAndShowsItsNextTenTimes(Browser.Window window) {
    try (Page page = as("admin", window)) {
      page.navigate("/batch/schedules");
      page.selectOption("#every-retention", "week");
      page.fill("#time-retention", "04:15");
      page.selectOption("#weekday-retention", "7");
      page.locator("li:has(#every-retention) button").click();
      assertThat(page.locator(".flash")).containsText("Saved");
      page.locator("li:has(#every-retention) summary").click();
      assertThat(page.locator("li:has(#every-retention) .batch-next li")).hasCount(10);
      assertThat(page.locator("li:has(#every-retention) .batch-next li").first())
          .containsText("4:15");
      lookAt(page, "batch-schedules", window);
    }
  }

  @Test
  void aJumpOfTheDemosClockRunsEachScheduleOnce() {
    ApiClient admin = verger.signedIn("admin@olamchurch.example");
    Set<String> before = nights(admin);
    admin.post("/api/v1/demo/clock", Map.of("advance", "P3D")).ok();
    await().atMost(Duration.ofSeconds(30)).until(BatchPagesIT::nothingIsDue);
    Set<String> after = nights(admin);
    after.removeAll(before);
    assertThat(after).hasSize(1);
  }

  // Times that have passed are over and asked for, so what has not been asked for by now never is.
  private static boolean nothingIsDue() {
    return RunningVerger.database(folder)
        .sql(
            """
            SELECT NOT EXISTS (SELECT FROM quartz.qrtz_triggers
                               WHERE next_fire_time <= extract(epoch FROM now()) * 1000)
              AND NOT EXISTS (SELECT FROM quartz.qrtz_fired_triggers WHERE state = 'EXECUTING')
            """)
        .query(Boolean.class)
        .single();
  }

  // The days of those that were due by themselves.
  private static Set<String> nights(ApiClient admin) {
    return admin
        .get("/api/v1/batch/runs?job=nightly")
        .ok()
        .get("items")
        .valueStream()
        .filter(run -> !run.get("scheduledFor").isNull())
        .map(run -> run.get("key").asString())
        .collect(Collectors.toCollection(HashSet::new));
  }

  @ParameterizedTest
  @EnumSource(Browser.Window.class)
  void thePlatformsOperatorSeesTheRunsOfAllChurchesAndNothingElse(Browser.Window window) {
    ApiClient operator = verger.signedIn("operator@olamchurch.example");
    operator.post("/api/v1/batch/jobs/retention/runs", Map.of()).ok();
    try (Page page = browser.open(window)) {
      page.navigate("/sign-in");
      page.fill("#email", "platform@verger.example");
      page.fill("#password", "verger-demo");
      page.click("form.card button[type=submit]");
      page.waitForURL("**/platform/batch");
      assertThat(page.locator(".nav li")).hasCount(1);
      assertThat(page.locator(".batch-runs").first()).containsText("Retention");
      lookAt(page, "platform-batch", window);
      page.selectOption("#state", "held");
      assertThat(page.locator(".empty")).containsText("No run fits");
      lookAt(page, "platform-batch-empty", window);
      page.selectOption("#state", "");
      page.locator(".batch-runs a", new Page.LocatorOptions().setHasText("Retention"))
          .first()
          .click();
      assertThat(page.locator("main .chip-dot").first()).containsText("Completed", PATIENTLY);
      lookAt(page, "platform-batch-run", window);
      page.navigate("/platform/batch/schedules");
      assertThat(page.locator("main")).containsText("America/Chicago");
      lookAt(page, "platform-batch-schedules", window);
      assertThat(page.navigate("/guests").status()).isEqualTo(403);
      assertThat(page.locator("main")).containsText("You look after the platform");
    }
  }

  @Test
  void whoHasNoRightSeesNeitherTheEntryNorThePages() {
    try (Page page = as("group-leader", Browser.Window.WIDE)) {
      assertThat(page.locator(".nav")).not().containsText("Batch");
      assertThat(page.navigate("/batch").status()).isEqualTo(403);
    }
  }

  private static Page as(String role, Browser.Window window) {
    return browser.open(window, role + "@olamchurch.example", "verger-demo");
  }

  private static void lookAt(Page page, String name, Browser.Window window) {
    assertThat(Browser.overflow(page)).isZero();
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, name, window);
  }
}
