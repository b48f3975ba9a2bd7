package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every page, in a real browser, on a church whose follow-ups run on the real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT {

  private static final String LEADER = "campus-leader@olamchurch.example";
  private static final String PASSWORD = "verger-demo";

  @TempDir static Path folder;

  private static RunningVerger verger;
  private static Browser browser;

  @BeforeAll
  static void settleAndOpen() throws Exception {
    verger = RunningVerger.start(folder).awaitReady();
    new DemoGuests(verger).settle();
    browser = new Browser(verger.address().toString());
  }

  @AfterAll
  static void close() throws Exception {
    try (RunningVerger last = verger) {
      browser.close();
    }
  }

  private static Page leader(Browser.Window window) {
    return browser.open(window, LEADER, PASSWORD);
  }

  // First, so that the pictures show the church as it settled.
  @ParameterizedTest
  @EnumSource
  @Order(1)
  void everyPageFitsTheWindowAndHasNoBarriers(Browser.Window window) {
    List<String> wrong = new ArrayList<>();
    try (Page visitor = browser.open(window)) {
      look(visitor, "/sign-in", "sign-in", window, wrong);
      look(visitor, "/connect/olamchurch?campaign=easter", "connect", window, wrong);
      look(visitor, "/connect/olamchurch?lang=es", "connect-spanish", window, wrong);
    }
    try (Page page = leader(window)) {
      look(page, "/", "home", window, wrong);
      look(page, "/tasks", "tasks-of-guests", window, wrong);
      look(page, "/guests", "guests", window, wrong);
      look(page, "/messages", "messages", window, wrong);
      String guest = page.navigate("/guests") == null ? "" : hrefOf(page, "Jonah Kim");
      look(page, guest, "guest", window, wrong);
    }
    try (Page page = browser.open(window, "admin@olamchurch.example", PASSWORD)) {
      look(page, "/organisation", "church", window, wrong);
      page.navigate("/organisation");
      String group =
          page.getByText("Lincoln Square group").locator("xpath=ancestor::a").getAttribute("href");
      look(page, group + "?search=tabitha", "unit", window, wrong);
      look(page, "/organisation/rights", "rights", window, wrong);
    }
    assertThat(wrong).isEmpty();
    // The 422 of a form that is sent incomplete is an answer, though the browser calls it an error.
    assertThat(browser.complaints()).noneMatch(complaint -> !complaint.contains("status of 422"));
  }

  private static void look(
      Page page, String path, String name, Browser.Window window, List<String> wrong) {
    page.navigate(path);
    if (page.locator("[data-diagram]").count() > 0) {
      assertThat(page.locator("[data-diagram][data-ready]")).isVisible();
    }
    if (Browser.overflow(page) > 0) {
      wrong.add(name + " is wider than the window");
    }
    Browser.barriers(page).forEach(barrier -> wrong.add(name + ": " + barrier));
    Browser.picture(page, name, window);
  }

  private static String hrefOf(Page page, String guest) {
    return page.locator(".guest-card", new Page.LocatorOptions().setHasText(guest))
        .getAttribute("href");
  }

  @Test
  void signingInNeedsNoMouse() {
    try (Page page = browser.open(Browser.Window.WIDE)) {
      page.navigate("/sign-in");
      // The browser moves the focus there after the page has loaded.
      assertThat(page.locator("#email")).isFocused();
      page.keyboard().type(LEADER);
      page.keyboard().press("Tab");
      page.keyboard().type(PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/");
      assertThat(page.locator("h1")).containsText("Stephen");
    }
  }

  @Test
  void aWrongPasswordIsSaidBesideTheForm() {
    try (Page page = browser.open(Browser.Window.WIDE)) {
      page.navigate("/sign-in");
      page.fill("#email", LEADER);
      page.fill("#password", "something else");
      page.click("form.card button[type=submit]");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not belong together");
    }
  }

  @Test
  void theFirstTabStopOfAPageLeadsPastTheNavigation() {
    try (Page page = leader(Browser.Window.WIDE)) {
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Skip to the content");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(page.locator("main :focus")).hasCount(1);
    }
  }

  @Test
  void theConnectFormSaysBesideEachFieldWhatIsMissing() {
    try (Page page = browser.open(Browser.Window.NARROW)) {
      page.navigate("/connect/olamchurch?lang=es");
      page.fill("#lastName", "Ibarra");
      page.click("button[type=submit]");
      assertThat(page.locator("#firstName-problem")).containsText("Dinos tu nombre");
      assertThat(page.locator("#phone-problem")).containsText("Danos un teléfono");
      assertThat(page.locator("#lastName")).hasValue("Ibarra");
      page.fill("#firstName", "Adela");
      page.fill("#phone", "312 555 0177");
      page.click("button[type=submit]");
      assertThat(page.locator("h1")).containsText("Gracias");
    }
  }

  @Test
  void theBoardFindsAGuestWhileOneTypes() {
    try (Page page = leader(Browser.Window.WIDE)) {
      page.navigate("/guests");
      page.locator("#search").pressSequentially("Castell");
      assertThat(page.locator(".guest-card")).hasCount(1);
      assertThat(page.locator(".guest-card")).containsText("Ruth Castellanos");
    }
  }

  @Test
  void aCallIsEnteredOnTheTaskListAndLeavesIt() {
    try (Page page = leader(Browser.Window.NARROW)) {
      page.navigate("/tasks");
      var task = page.locator(".task", new Page.LocatorOptions().setHasText("Miriam"));
      task.getByLabel("Reached").check();
      task.locator("textarea").fill("Would like to join a choir.");
      task.getByText("Save").click();
      assertThat(page.locator(".flash")).containsText("Saved");
      assertThat(page.locator(".task", new Page.LocatorOptions().setHasText("Miriam"))).hasCount(0);
    }
  }

  @Test
  void aGuestPageShowsByItselfWhatHappensElsewhere() {
    try (Page page = leader(Browser.Window.WIDE);
        Page other = leader(Browser.Window.WIDE)) {
      page.navigate("/guests");
      String guest = hrefOf(page, "Peter Vandermeer");
      page.navigate(guest);
      page.getByText("They decided").click();
      page.fill("#note-decision", "half a sentence");
      other.navigate(guest);
      other.getByText("They came again").click();
      other.getByText("Record the visit").click();
      assertThat(page.locator(".guest-who .chip")).containsText("Connected");
      assertThat(page.locator("#note-decision")).hasValue("half a sentence");
    }
  }

  @Test
  void theDiagramMarksWhereTheFollowUpStands() {
    try (Page page = leader(Browser.Window.WIDE)) {
      page.navigate("/guests");
      page.navigate(hrefOf(page, "Jonah Kim"));
      assertThat(page.locator("[data-element-id=Task_CallGuest].stands-here")).isVisible();
      assertThat(page.locator("[data-element-id=Task_AssignCaller].passed")).isVisible();
    }
  }

  @Test
  void aTaskOfOthersSaysWhomItWaitsFor() {
    try (Page page = leader(Browser.Window.NARROW)) {
      page.navigate("/guests");
      page.navigate(hrefOf(page, "Jonah Kim"));
      assertThat(page.locator(".task").filter(new Locator.FilterOptions().setHasText("Call Jonah")))
          .containsText("This waits for Small group leader.");
    }
  }

  @Test
  void theDemoClockMovesOnAndComesBackToThePage() {
    try (Page page = leader(Browser.Window.WIDE)) {
      page.navigate("/messages?status=sent");
      page.getByText("+1 hour").click();
      assertThat(page.locator(".flash")).containsText("It is now");
      assertThat(page.url()).endsWith("/messages?status=sent");
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aWeekThatIsSkippedOnThePageStillHasItsDays() {
    String guest =
        verger
            .anonymous()
            .post(
                "/api/v1/public/olamchurch/connect",
                Map.of(
                    "firstName", "Hannah",
                    "email", "hannah@example.org",
                    "consent", Map.of("sms", false, "email", true)))
            .ok()
            .get("guestId")
            .asString();
    ApiClient campus = verger.signedIn("campus-leader@olamchurch.example");
    try (Page page = leader(Browser.Window.WIDE)) {
      page.navigate("/guests");
      page.getByText("+1 week").click();
      assertThat(page.locator(".flash")).containsText("It is now");
    }
    Instant now = Instant.parse(campus.get("/api/v1/demo/clock").ok().get("now").asString());
    JsonNode messages = campus.get("/api/v1/messages?subject=" + guest).ok().get("items");
    Instant welcome =
        messages
            .valueStream()
            .filter(message -> message.get("template").asString().equals("guest-welcome"))
            .map(message -> Instant.parse(message.get("at").asString()))
            .findFirst()
            .orElseThrow();
    assertThat(welcome).isBefore(now.minus(Duration.ofDays(4)));
  }

  @Test
  void anAdministratorGivesARoleAndChangesARight() {
    try (Page page = browser.open(Browser.Window.NARROW, "admin@olamchurch.example", PASSWORD)) {
      page.navigate("/organisation");
      page.getByText("Chicago").first().click();
      page.fill("#search", "tabitha");
      page.getByText("Find").click();
      page.selectOption("#role", "campus-administrator");
      page.getByText("Give the role").click();
      assertThat(page.locator(".flash")).containsText("The role is given");
      assertThat(page.locator("section[aria-labelledby=holders]")).containsText("Tabitha");
      page.navigate("/organisation/rights");
      page.getByLabel("Training coordinator, Money").selectOption("limited");
      assertThat(page.locator(".flash")).containsText("Saved");
      assertThat(page.getByLabel("Training coordinator, Money")).hasValue("limited");
    }
  }

  @Test
  void aLeaderSeesTheChurchAndCannotChangeIt() {
    try (Page page = leader(Browser.Window.WIDE)) {
      page.navigate("/organisation");
      page.getByText("Chicago").first().click();
      assertThat(page.locator("section[aria-labelledby=holders]")).containsText("Stephen");
      assertThat(page.getByText("Give a role")).hasCount(0);
      page.navigate("/organisation/rights");
      assertThat(page.locator(".rights select")).hasCount(0);
    }
  }

  @Test
  void theDemoOffersItsAccounts() {
    try (Page page = browser.open(Browser.Window.NARROW)) {
      page.navigate("/sign-in");
      page.getByText("Campus leader").click();
      assertThat(page.locator("h1")).containsText("Stephen");
    }
  }
}
