package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verger.tenants.TenantId;

/** The pages of people, families and groups, in a real browser. */
@ResourceLock(DemoForPages.LOCK)
class PeoplePagesIT {

  private static final String PASSWORD = "verger-demo";

  private static RunningVerger verger;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    DemoForPages demo = DemoForPages.get();
    verger = demo.verger();
    browser = new Browser(verger.address().toString());
    RunningVerger.church(demo.folder(), new TenantId("olamchurch"))
        .sql(
            """
            INSERT INTO person_lapse (person_id, since, found_on)
            SELECT id, '2026-08-02', '2026-11-02' FROM person WHERE given_name = 'Mateo'
            """)
        .update();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static Page as(String role, Browser.Window window) {
    return browser.open(window, role + "@olamchurch.example", PASSWORD);
  }

  @Test
  void somebodyIsEnteredChangedAndBroughtIntoAFamilyAndAGroup() {
    try (Page page = as("campus-leader", Browser.Window.NARROW)) {
      page.navigate("/people/new");
      page.fill("#givenName", "Miguel");
      page.fill("#email", "miguel at home");
      page.fill("#birthDate", "2999-01-01");
      page.click("main form .button-primary");
      assertThat(page.locator("#email-problem")).containsText("name@example.org");
      assertThat(page.locator("#birthDate-problem")).containsText("not in the future");
      assertThat(page.locator("#givenName")).hasValue("Miguel");
      assertThat(Browser.barriers(page)).isEmpty();
      page.fill("#familyName", "Castillo");
      page.fill("#email", "Miguel@people.example");
      page.fill("#birthDate", "1980-05-04");
      page.locator("#unit").selectOption(new SelectOption().setLabel("Chicago, campus"));
      page.click("main form .button-primary");
      assertThat(page.locator("h1")).hasText("Miguel Castillo");
      page.fill("#find-family", "castillo");
      page.locator("#find-family").press("Enter");
      page.getByText("Add to the family").click();
      assertThat(page.locator("section[aria-labelledby=family]")).containsText("Sofia Castillo");
      String person = page.url();

      page.navigate("/groups?search=welcome");
      page.locator(".people-list a").click();
      page.fill("#search", "miguel");
      page.locator("#search").press("Enter");
      page.getByText("Add to the group").click();
      assertThat(page.locator("section[aria-labelledby=members]")).containsText("Miguel Castillo");
      page.navigate(person);
      assertThat(page.locator("section[aria-labelledby=groups]")).containsText("Welcome team");
    }
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotOverwrittenUnseen() {
    try (Page mine = as("admin", Browser.Window.WIDE);
        Page theirs = as("campus-leader", Browser.Window.WIDE)) {
      mine.navigate("/people?search=Petrov");
      mine.locator(".people-list a").click();
      mine.getByText("Change").click();
      mine.waitForURL("**/edit");
      theirs.navigate(mine.url());
      theirs.fill("#givenName", "Nikola");
      theirs.click("main form .button-primary");
      assertThat(theirs.locator("h1")).hasText("Nikola Petrov");
      mine.fill("#familyName", "Petroff");
      mine.click("main form .button-primary");
      assertThat(mine.locator(".flash-problem")).containsText("Somebody else changed it");
      assertThat(mine.locator("#familyName")).hasValue("Petroff");
      mine.click("main form .button-primary");
      assertThat(mine.locator("h1")).hasText("Nikolai Petroff");
    }
  }

  @Test
  void theListIsNarrowedWhileOneTypesAndTakenAwayAsItIsShown() throws IOException {
    try (Page page = as("campus-leader", Browser.Window.WIDE)) {
      page.navigate("/people");
      page.fill("#search", "tran");
      assertThat(page.locator(".people-list li")).hasCount(4);
      Download file = page.waitForDownload(() -> page.locator(".export-links a").first().click());
      assertThat(file.suggestedFilename()).startsWith("olamchurch-people-").endsWith(".csv");
      assertThat(Files.readAllLines(file.path())).hasSize(5);
      page.fill("#search", "zzz");
      assertThat(page.locator("main .empty")).containsText("Nobody found");
    }
    try (Page page = as("finance-director", Browser.Window.NARROW)) {
      page.navigate("/people");
      assertThat(page.locator("main .empty")).containsText("Nobody within your reach");
      assertThat(page.locator(".export-links")).hasCount(0);
      assertThat(Browser.barriers(page)).isEmpty();
    }
  }

  @Test
  void whoHasBeenInactiveIsFoundWithTheDaySinceWhen() {
    try (Page page = as("campus-leader", Browser.Window.WIDE)) {
      page.navigate("/people");
      page.selectOption("#inactive", "true");
      assertThat(page.locator(".people-list li")).hasCount(1);
      assertThat(page.locator(".people-list li")).containsText("Inactive since Aug 2, 2026");
      page.locator(".people-list a").click();
      assertThat(page.locator(".person-head")).containsText("Inactive for 3 months");
      assertThat(page.locator(".facts")).containsText("Aug 2, 2026");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPageFitsTheWindowAndHasNoBarriers(Browser.Window window) {
    List<String> wrong = new ArrayList<>();
    try (Page page = as("campus-leader", window)) {
      look(page, "/people", "people", window, wrong);
      look(page, "/people?inactive=true", "people-inactive", window, wrong);
      look(page, first(page, "/people?search=Mateo"), "person", window, wrong);
      look(
          page, page.url().replaceFirst(".*(/people/.*)", "$1/edit"), "person-edit", window, wrong);
      look(page, "/families", "families", window, wrong);
      look(page, first(page, "/families?search=Ramirez"), "family", window, wrong);
      look(page, "/families/new", "family-new", window, wrong);
      look(page, "/groups", "groups", window, wrong);
      look(page, first(page, "/groups?search=Tuesday"), "group", window, wrong);
      look(page, page.url().replaceFirst(".*(/groups/.*)", "$1/edit"), "group-edit", window, wrong);
    }
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints()).noneMatch(complaint -> !complaint.contains("status of 4"));
  }

  private static String first(Page page, String list) {
    page.navigate(list);
    return page.locator(".people-list a").first().getAttribute("href");
  }

  private static void look(
      Page page, String path, String name, Browser.Window window, List<String> wrong) {
    page.navigate(path);
    if (Browser.overflow(page) > 0) {
      wrong.add(name + " is wider than the window");
    }
    Browser.barriers(page).forEach(barrier -> wrong.add(name + ": " + barrier));
    Browser.picture(page, name, window);
  }
}
