package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of those who ask for something, in a real browser, on the real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RequestPagesIT {

  private static final String PASSWORD = "verger-demo";
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  @TempDir static Path folder;

  private static RunningVerger verger;
  private static DemoRequests requests;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    verger = RunningVerger.start(folder).awaitReady();
    requests = new DemoRequests(verger);
    browser = new Browser(verger.address().toString());
  }

  @AfterAll
  static void close() throws Exception {
    try (RunningVerger last = verger) {
      browser.close();
    }
  }

  private static Page as(String role, Browser.Window window) {
    return browser.open(window, role + "@olamchurch.example", PASSWORD);
  }

  @ParameterizedTest
  @Order(1)
  @ValueSource(strings = {"/requests", "/payouts", "/events", "/delegations"})
  void aPageWithNothingOnItSaysWhatToDoNext(String path) {
    try (Page page = as("group-leader", Browser.Window.NARROW)) {
      page.navigate(path);
      assertThat(page.locator("main .empty")).isVisible();
      assertThat(page.locator("main .empty p")).not().isEmpty();
      assertThat(Browser.overflow(page)).isZero();
      assertThat(Browser.barriers(page)).isEmpty();
    }
  }

  @Test
  @Order(2)
  void aFormSaysBesideEachFieldWhatIsMissingAndKeepsWhatWasTyped() {
    try (Page page = as("group-leader", Browser.Window.NARROW)) {
      page.navigate("/requests/new/expense");
      page.fill("#amount", "12,50");
      page.fill("#payee", "Bright Chairs");
      page.click("main form .button-primary");
      assertThat(page.locator("#amount-problem")).containsText("in digits");
      assertThat(page.locator("#purpose-problem")).containsText("Say what it is for");
      assertThat(page.locator("#amount")).hasValue("12,50");
      assertThat(page.locator("#payee")).hasValue("Bright Chairs");
      assertThat(Browser.barriers(page)).isEmpty();
    }
  }

  @Test
  @Order(2)
  void aFileThatIsNotTakenStopsTheWholeRequest() {
    try (Page page = as("regional-director", Browser.Window.WIDE)) {
      fillExpense(page, "75.00", "Sound and Light");
      page.setInputFiles("#files", file("run.exe", "application/x-msdownload", "MZ"));
      page.click("main form .button-primary");
      assertThat(page.locator("#file-problem")).containsText("Add a PDF");
      page.setInputFiles(
          "#files", new FilePayload("long.pdf", "application/pdf", new byte[11 * 1024 * 1024]));
      page.click("main form .button-primary");
      assertThat(page.locator("#file-problem")).containsText("at most 10 MB");
      page.navigate("/requests");
      assertThat(page.locator("main .empty")).isVisible();
    }
  }

  @Test
  @Order(3)
  void moneyIsAskedForSentBackChangedAndWithdrawn() {
    try (Page page = as("group-leader", Browser.Window.WIDE)) {
      fillExpense(page, "480.00", "Bright Chairs");
      page.setInputFiles(
          "#files", file("Ángebot für Stühle.txt", "text/plain", "forty chairs, 480 dollars"));
      page.click("main form .button-primary");
      page.waitForURL(url -> url.matches(".*/requests/[0-9a-f-]{36}"));
      String request = page.url().substring(page.url().lastIndexOf('/') + 1);
      assertThat(page.locator(".chain-here")).containsText("Campus leader", PATIENTLY);
      assertThat(page.locator(".chain-here")).containsText("With Stephen Campus leader");

      Download download =
          page.waitForDownload(() -> page.locator(".request-side a.list-item").click());
      assertThat(download.suggestedFilename()).isEqualTo("Ángebot für Stühle.txt");
      assertThat(text(download)).isEqualTo("forty chairs, 480 dollars");

      page.fill("#comment", "They are needed by Easter.");
      page.getByText("Add the remark").click();
      assertThat(page.locator(".remarks")).containsText("needed by Easter");

      String task = requests.task("campus-leader", request);
      requests.decide("campus-leader", task, "return", "Which colour?").ok();
      assertThat(page.locator(".came-back")).containsText("Which colour?", PATIENTLY);
      page.getByText("Change it and send it again").click();
      assertThat(page.locator(".came-back")).containsText("Stephen Campus leader sent it back");
      assertThat(page.locator("#amount")).hasValue("480.00");
      page.fill("#purpose", "Forty blue chairs");
      page.click("main form .button-primary");
      assertThat(page.locator("h1")).hasText("Forty blue chairs");
      assertThat(page.locator(".chain-here")).containsText("Campus leader", PATIENTLY);
      assertThat(page.locator(".moments"))
          .containsText("Tabitha Group leader changed it and sent it again");

      page.getByText("Withdraw this request").click();
      page.getByText("Yes, withdraw it").click();
      assertThat(page.locator("header .chip").first()).containsText("Withdrawn");
      page.navigate("/requests");
      assertThat(page.locator(".request-item").first()).containsText("Withdrawn");
    }
  }

  @Test
  @Order(4)
  void aRoleIsAskedForByAPartOfTheName() {
    try (Page page = as("campus-leader", Browser.Window.NARROW)) {
      page.navigate("/requests/new/role");
      page.fill("#name", "director");
      page.selectOption("#role", "campus-leader");
      page.locator("#unit").selectOption(new SelectOption().setIndex(2));
      page.click("main form .button-primary");
      assertThat(page.locator("#person-problem")).containsText("Choose the one you mean");
      page.getByLabel("Joanna Finance director").check();
      page.click("main form .button-primary");
      assertThat(page.locator("h1")).containsText("Joanna Finance director as Campus leader");
    }
  }

  @Test
  @Order(5)
  void anEventIsProposedAndStandsOnItsPageOnceItIsPublished() {
    try (Page page = as("campus-leader", Browser.Window.NARROW)) {
      page.navigate("/requests/new/event");
      page.click("main form .button-primary");
      assertThat(page.locator("#startsAt-problem")).containsText("Say when it begins");
      page.fill("#title", "Harvest supper");
      page.locator("#unit")
          .selectOption(new SelectOption().setLabel("Lincoln Square group, small group"));
      String day = verger.now().plusSeconds(60L * 86_400).toString().substring(0, 10);
      page.fill("#startsAt", day + "T18:00");
      page.fill("#endsAt", day + "T21:00");
      page.fill("#place", "The hall");
      page.click("main form .button-primary");
      assertThat(page.locator("h1")).hasText("Harvest supper");
      String request = page.url().substring(page.url().lastIndexOf('/') + 1);
      requests.approve("regional-director", request);
      assertThat(page.locator("header .chip").first()).containsText("Event published", PATIENTLY);
      page.navigate("/events");
      assertThat(page.locator(".event")).containsText("Harvest supper");
      assertThat(page.locator(".event")).containsText("6:00");
    }
  }

  @Test
  @Order(6)
  void whatWasApprovedIsPaidAndTheStoryTellsAllOfIt() throws IOException {
    String request = requests.expense("group-leader", "85.00", "=Łódź Bakery");
    requests.approve("campus-leader", request);
    requests.awaitStatus("group-leader", request, "released");
    try (Page page = as("campus-leader", Browser.Window.WIDE)) {
      page.navigate("/payouts");
      pay(page, "Chairs for =Łódź");
      assertThat(page.locator(".flash-problem")).containsText("does not pay it out");
    }
    try (Page page = as("finance-director", Browser.Window.WIDE)) {
      page.navigate("/payouts");
      pay(page, "Chairs for =Łódź");
      assertThat(page.locator(".flash")).containsText("Paid");
    }
    try (Page page = as("group-leader", Browser.Window.WIDE)) {
      page.navigate("/requests/" + request);
      assertThat(page.locator(".moments"))
          .containsText("Joanna Finance director paid it by cheque, reference No. 17");
      Download table = page.waitForDownload(() -> page.getByText("CSV").click());
      List<NamedCsvRecord> rows = new ArrayList<>();
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(table.path())) {
        csv.forEach(rows::add);
      }
      assertThat(rows)
          .extracting(row -> row.getField("Action"))
          .containsSubsequence("approvals-submitted", "approvals-decided", "expenses-paid");
      Download paper = page.waitForDownload(() -> page.getByText("PDF").last().click());
      try (PDDocument pdf = Loader.loadPDF(paper.path().toFile())) {
        assertThat(new PDFTextStripper().getText(pdf))
            .contains("=Łódź Bakery", "Stephen Campus leader approved it as campus leader")
            .contains("by another program, from ");
      }
    }
  }

  private static void pay(Page page, String title) {
    Locator payout = page.locator(".payout", new Page.LocatorOptions().setHasText(title));
    payout.getByLabel("Cheque").check();
    payout.getByLabel("Reference").fill("No. 17");
    payout.getByText("Mark as paid").click();
  }

  @Test
  @Order(7)
  void somebodyDecidesInMyPlaceUntilIEndIt() {
    try (Page page = as("regional-director", Browser.Window.NARROW)) {
      page.navigate("/delegations");
      page.fill("#name", "Stephen");
      page.fill("#until", "2020-01-01T08:00");
      page.click("main form .button-primary");
      assertThat(page.locator("#until-problem")).containsText("after the beginning");
      page.fill("#until", "2099-01-01T08:00");
      page.click("main form .button-primary");
      assertThat(page.locator(".flash"))
          .containsText("Stephen Campus leader decides in your place");
      try (Page other = as("campus-leader", Browser.Window.NARROW)) {
        other.navigate("/delegations");
        assertThat(other.locator("section[aria-labelledby=received]"))
            .containsText("Lydia Regional director");
      }
      page.locator("section[aria-labelledby=given]").getByText("End").first().click();
      assertThat(page.locator(".flash")).containsText("Ended");
      assertThat(page.locator("section[aria-labelledby=given] .empty")).isVisible();
    }
  }

  @Test
  @Order(8)
  void anAdministratorChangesTheSettingsAndPlansALine() {
    try (Page page = as("admin", Browser.Window.NARROW)) {
      page.navigate("/organisation/approvals");
      page.fill("#reminder", "6");
      page.locator("main form .button-primary").click();
      assertThat(page.locator("#escalation-problem")).containsText("after the reminder");
      page.fill("#escalation", "7");
      page.locator("main form .button-primary").click();
      assertThat(page.locator(".flash")).containsText("Saved");
      assertThat(page.locator("#escalation")).hasValue("7");
      page.navigate("/organisation/budget");
      page.locator("#unit").selectOption(new SelectOption().setIndex(2));
      page.fill("#name", "Youth work");
      page.fill("#code", "Youth work");
      page.fill("#amount", "1,200.00");
      page.click("main form .button-primary");
      assertThat(page.locator("#code-problem")).containsText("small letters");
      page.fill("#code", "youth-work");
      page.click("main form .button-primary");
      assertThat(page.locator(".budget")).containsText("Youth work");
    }
    try (Page page = as("group-leader", Browser.Window.WIDE)) {
      page.navigate("/organisation/approvals");
      assertThat(page.locator("main form .button-primary")).hasCount(0);
    }
  }

  @Test
  @Order(9)
  void aRequestThatIsNotThereIsSaidSo() {
    try (Page page = as("operator", Browser.Window.WIDE)) {
      page.navigate("/requests/" + UUID.randomUUID());
      assertThat(page.locator("h1")).containsText("does not exist");
    }
  }

  @ParameterizedTest
  @EnumSource
  @Order(20)
  void everyPageFitsTheWindowAndHasNoBarriers(Browser.Window window) {
    String returned = requests.expense("group-leader", "640.00", payees(window).get(0));
    String task = requests.task("campus-leader", returned);
    requests.decide("campus-leader", task, "return", "Please add an offer.").ok();
    String request = requests.expense("group-leader", "720.00", payees(window).get(1));
    requests.approve("campus-leader", request);
    requests.task("regional-director", request);
    requests
        .as("regional-director")
        .post(
            "/api/v1/requests/" + request + "/comments",
            Map.of("comment", "Is there an offer of somebody else too?"))
        .ok();
    String released = requests.expense("group-leader", "64.00", payees(window).get(2));
    requests.approve("campus-leader", released);
    requests.awaitStatus("group-leader", released, "released");
    if (window == Browser.Window.WIDE) {
      delegate();
    }
    List<String> wrong = new ArrayList<>();
    try (Page page = as("group-leader", window)) {
      look(page, "/requests", "requests", window, wrong);
      look(page, "/requests/" + request, "request", window, wrong);
      look(page, "/requests/" + returned, "request-returned", window, wrong);
      look(page, "/requests/new/expense", "new-expense", window, wrong);
      look(page, "/requests/new/role", "new-role", window, wrong);
      look(page, "/requests/new/event", "new-event", window, wrong);
      look(page, "/events", "events", window, wrong);
    }
    try (Page page = as("finance-director", window)) {
      look(page, "/payouts", "payouts", window, wrong);
    }
    try (Page page = as("campus-leader", window)) {
      look(page, "/delegations", "delegations", window, wrong);
    }
    try (Page page = as("admin", window)) {
      look(page, "/organisation/approvals", "approval-settings", window, wrong);
      look(page, "/organisation/budget", "budget", window, wrong);
    }
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints())
        .noneMatch(complaint -> !complaint.contains("status of 422") && !complaint.contains("404"));
  }

  private static List<String> payees(Browser.Window window) {
    return window == Browser.Window.WIDE
        ? List.of("Joiner Martin", "Organ Works", "Corner Bakery")
        : List.of("Harper and Sons", "Sound Studio", "Flower Market");
  }

  @Test
  @Order(30)
  void whatCouldNotBeDoneSaysWhoLooksAfterItAndIsTriedAgainByThem() {
    String request = eventSoon();
    requests.as("admin").post("/api/v1/demo/clock", Map.of("advance", "PT6H")).ok();
    requests.approve("regional-director", request);
    try (Page page = as("campus-leader", Browser.Window.WIDE)) {
      page.navigate("/requests/" + request);
      assertThat(page.locator(".failed")).containsText("The event was over", PATIENTLY);
      assertThat(page.locator(".failed")).containsText("Jonah Operator looks after it");
      assertThat(page.getByText("Try again")).hasCount(0);
    }
    try (Page page = as("operator", Browser.Window.NARROW)) {
      page.navigate("/requests/" + request);
      page.getByText("Try again").click();
      assertThat(page.locator(".flash")).containsText("being tried again");
      assertThat(page.locator(".moments")).containsText("Jonah Operator had it tried again");
    }
  }

  private static String eventSoon() {
    return requests
        .as("campus-leader")
        .post(
            "/api/v1/requests/events",
            Map.of(
                "unit",
                group(),
                "title",
                "Lunch today",
                "startsAt",
                verger.now().plusSeconds(2 * 3_600).toString(),
                "endsAt",
                verger.now().plusSeconds(4 * 3_600).toString()))
        .ok()
        .get("id")
        .asString();
  }

  private static String group() {
    return requests
        .as("admin")
        .get("/api/v1/organisation/units")
        .ok()
        .get("items")
        .valueStream()
        .filter(unit -> unit.get("level").asString().equals("group"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  private static void delegate() {
    String stephen = person("Stephen");
    requests
        .as("regional-director")
        .post(
            "/api/v1/delegations",
            Map.of(
                "delegate",
                stephen,
                "since",
                verger.now().toString(),
                "until",
                verger.now().plusSeconds(5 * 86_400).toString()))
        .ok();
  }

  private static String person(String name) {
    return requests
        .as("admin")
        .get("/api/v1/organisation/people?search=" + name)
        .ok()
        .get("items")
        .get(0)
        .get("id")
        .asString();
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

  private static void fillExpense(Page page, String amount, String payee) {
    page.navigate("/requests/new/expense");
    page.fill("#amount", amount);
    page.fill("#purpose", "Forty chairs");
    page.fill("#payee", payee);
  }

  private static FilePayload file(String name, String type, String content) {
    return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Download download) {
    try {
      return Files.readString(download.path());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
