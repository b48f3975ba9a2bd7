package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
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

/** A day of somebody who decides requests, on the pages, in a real browser on the real engine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApproverDayIT {

  private static final String APPROVER = "campus-leader";

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

  // First, so that the pictures show an ordinary day.
  @ParameterizedTest
  @EnumSource
  @Order(1)
  void thePagesFitTheWindowAndHaveNoBarriers(Browser.Window window) {
    List<String> wrong = new ArrayList<>();
    try (Page page = signedIn(APPROVER, window)) {
      if (window == Browser.Window.WIDE) {
        ask("640.00", "Harbor Sound and Light");
        ask("85.50", "Joe's Print Shop");
        ask("48.00", "Corner Bakery");
        group();
      }
      page.navigate("/tasks");
      assertThat(line(page, "Harbor Sound")).isVisible();
      look(page, "tasks", window, wrong);
      line(page, "Harbor Sound").locator("input").check();
      line(page, "Corner Bakery").locator("input").check();
      look(page, "tasks-ticked", window, wrong);
      line(page, "Harbor Sound").getByRole(AriaRole.LINK).click();
      page.waitForURL("**/tasks/*-*");
      look(page, "task", window, wrong);
      page.locator("[data-way=decline] summary").click();
      look(page, "task-declining", window, wrong);
      for (String view : List.of("overdue", "team", "done")) {
        page.navigate("/tasks?view=" + view);
        look(page, "tasks-" + view, window, wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(browser.complaints()).noneMatch(complaint -> !complaint.contains("status of 422"));
  }

  @Test
  void threeAreDecidedOneByOneOnAPhone() {
    List<String> three =
        List.of(ask("21.00", "Hardware One"), ask("22.00", "Paper Two"), ask("23.00", "Tea Three"));
    try (Page page = signedIn(APPROVER, Browser.Window.NARROW)) {
      for (String payee : List.of("Hardware One", "Paper Two", "Tea Three")) {
        openTask(page, payee);
        assertThat(button(page, "Approve")).isInViewport();
        button(page, "Approve").click();
        assertThat(page.locator(".flash")).containsText("Approved. Thank you!");
        assertThat(page.locator(".flash")).isFocused();
        assertThat(line(page, payee)).hasCount(0);
      }
      page.navigate("/tasks?view=done");
      assertThat(line(page, "Tea Three")).containsText("Approved");
    }
    three.forEach(request -> requests.awaitStatus("group-leader", request, "released"));
  }

  @Test
  void whatIsSentBackNeedsAReasonWhichIsSaidBesideTheField() {
    String request = ask("31.00", "Vague Supplies");
    try (Page page = signedIn(APPROVER, Browser.Window.NARROW)) {
      openTask(page, "Vague Supplies");
      page.getByText("Send back for changes").click();
      button(page, "Send it back").click();
      assertThat(page.locator("#return-problem")).containsText("Say why");
      page.fill("#return-reason", "Please say what for");
      button(page, "Send it back").click();
      assertThat(page.locator(".flash")).containsText("Sent back");
    }
    assertThat(requests.status("group-leader", request)).isEqualTo("returned");
    assertThat(requests.show("group-leader", request).toString()).contains("Please say what for");
  }

  @Test
  void fiveAreApprovedTogetherAndEachSaysWhatCameOfIt() {
    List<String> payees =
        List.of("Bulk Alpha", "Bulk Bravo", "Bulk Charlie", "Bulk Delta", "Bulk Echo");
    List<String> asked = payees.stream().map(payee -> ask("12.00", payee)).toList();
    try (Page page = signedIn(APPROVER, Browser.Window.NARROW)) {
      page.navigate("/tasks?search=bulk");
      assertThat(page.locator("[data-ask]")).hasCount(5);
      String file = page.request().get(verger.address() + "/exports/tasks.csv?search=bulk").text();
      assertThat(file.lines()).hasSize(6);
      assertThat(file).contains(payees);
      page.getByLabel("All of this page").check();
      assertThat(page.locator("[data-tick-count]")).hasText("5 ticked");
      // One of them is withdrawn before the button is pressed: it is told, and the others count.
      requests
          .as("group-leader")
          .post("/api/v1/requests/" + asked.getLast() + "/withdrawal", Map.of())
          .ok();
      page.click("[data-together] button[value=approve]");
      Locator results = page.locator("[data-results] .result");
      assertThat(results).hasCount(5);
      assertThat(results.filter(new Locator.FilterOptions().setHasText("Approved."))).hasCount(4);
      assertThat(results.filter(new Locator.FilterOptions().setHasText("Bulk Echo")))
          .containsText("Nobody has to decide this any more");
    }
    asked.subList(0, 4).forEach(one -> requests.awaitStatus("group-leader", one, "released"));
  }

  @Test
  void decliningSeveralAsksForTheReasonFirst() {
    String request = ask("13.00", "Refused Goods");
    try (Page page = signedIn(APPROVER, Browser.Window.WIDE)) {
      page.navigate("/tasks?search=refused");
      line(page, "Refused Goods").locator("input").check();
      page.click("[data-together] button[value=decline]");
      assertThat(page.locator("#reason")).isFocused();
      page.fill("#reason", "Not this month");
      page.click("[data-together] button[value=decline]");
      assertThat(page.locator("[data-results]")).containsText("Declined");
    }
    assertThat(requests.show("group-leader", request).toString()).contains("Not this month");
  }

  @Test
  void whatIsAskedElsewhereAppearsByItselfAndNotWhileOneTicks() {
    ask("14.00", "Already There");
    try (Page page = signedIn(APPROVER, Browser.Window.NARROW)) {
      page.navigate("/tasks");
      assertThat(page.locator("[data-listening]")).isAttached();
      page.evaluate("window.sameDocument = true");
      ask("15.00", "Live Arrival");
      assertThat(line(page, "Live Arrival")).isVisible();
      line(page, "Live Arrival").locator("input").check();
      ask("16.00", "While Ticking");
      assertThat(page.getByText("Something is new")).isVisible();
      assertThat(line(page, "Live Arrival").locator("input")).isChecked();
      page.getByText("Something is new").click();
      assertThat(line(page, "While Ticking")).isVisible();
      assertThat((Boolean) page.evaluate("window.sameDocument")).isTrue();
    }
  }

  @Test
  void theListAndTheTaskNeedNoMouse() {
    String request = ask("17.00", "Keyboard Store");
    try (Page page = signedIn(APPROVER, Browser.Window.WIDE)) {
      page.navigate("/tasks?search=keyboard");
      page.keyboard().press("j");
      assertThat(page.locator(".ask-title a").first()).isFocused();
      page.keyboard().press("x");
      assertThat(line(page, "Keyboard Store").locator("input")).isChecked();
      page.keyboard().press("x");
      page.keyboard().press("?");
      assertThat(page.getByText("Next, one before")).isVisible();
      page.keyboard().press("?");
      page.keyboard().press("Enter");
      page.waitForURL("**/tasks/*-*");
      page.keyboard().press("d");
      assertThat(page.locator("#decline-reason")).isFocused();
      page.keyboard().type("a j x");
      assertThat(page.locator("#decline-reason")).hasValue("a j x");
      page.locator("h1").click();
      page.keyboard().press("a");
      assertThat(button(page, "Approve")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator(".flash")).containsText("Approved");
    }
    requests.awaitStatus("group-leader", request, "released");
  }

  @Test
  void aDecisionOnWhatChangedMeanwhileIsRefused() {
    String request = ask("18.00", "Changing Shop");
    try (Page page = signedIn(APPROVER, Browser.Window.WIDE)) {
      openTask(page, "Changing Shop");
      String task = requests.task(APPROVER, request);
      requests.decide(APPROVER, task, "return", "How many?").ok();
      requests
          .as("group-leader")
          .put(
              "/api/v1/requests/expenses/" + request,
              DemoRequests.expense("19.00", "Changing Shop"))
          .ok();
      requests.task(APPROVER, request);
      button(page, "Approve").click();
      assertThat(page.locator(".flash-problem")).containsText("changed meanwhile");
      assertThat(page.locator(".ask-amount")).containsText("19.00");
      assertThat(requests.status("group-leader", request)).isEqualTo("submitted");
      button(page, "Approve").click();
      assertThat(page.locator(".flash")).containsText("Approved");
    }
  }

  @Test
  void whoeverMadeTheRequestIsToldWhyTheyCannotDecideIt() {
    String request = ask("24.00", "Own Request");
    String task = requests.task(APPROVER, request);
    try (Page page = signedIn("group-leader", Browser.Window.WIDE)) {
      page.navigate("/tasks/" + task);
      assertThat(page.locator("[data-why-not]")).containsText("Nobody decides on a request");
      assertThat(page.locator("[data-approve]")).hasCount(0);
      page.fill("#comment", "It is for Sunday");
      button(page, "Add the remark").click();
      assertThat(page.locator("section[aria-labelledby=remarks]")).containsText("for Sunday");
    }
  }

  @Test
  void aTaskIsTakenOnAndGivenBack() {
    ask("25.00", "Claimed Works");
    try (Page page = signedIn(APPROVER, Browser.Window.NARROW)) {
      openTask(page, "Claimed Works");
      button(page, "Take it on").click();
      assertThat(page.locator(".ask-marks").first()).containsText("Taken on by you");
      button(page, "Give it back").click();
      assertThat(page.locator(".flash")).containsText("Given back");
    }
  }

  @Test
  void anAdministratorGivesATaskToSomebody() {
    String request = ask("26.00", "Passed Along");
    String task = requests.task(APPROVER, request);
    try (Page page = signedIn("admin", Browser.Window.NARROW)) {
      page.navigate("/tasks/" + task);
      page.fill("#give-to #search", "Stephen");
      button(page, "Find").click();
      page.locator("#give-to input[type=radio]").first().check();
      button(page, "Give it to them").click();
      assertThat(page.locator(".flash")).containsText("It is theirs now");
    }
  }

  @Test
  void aTaskOfOthersIsNeitherShownNorDecided() {
    String request = group();
    String task = requests.task(APPROVER, request);
    try (Page page = signedIn("finance-director", Browser.Window.WIDE)) {
      assertThat(page.navigate("/tasks/" + task).status()).isEqualTo(404);
      page.navigate("/tasks");
      for (String path : List.of("decision", "claim", "comments", "assignment")) {
        assertThat(post(page, "/tasks/" + task + "/" + path)).as(path).isEqualTo(404);
      }
    }
    assertThat(requests.status("group-leader", request)).isEqualTo("submitted");
    assertThat(requests.story("group-leader", request)).contains("approvals-decision-refused");
    try (Page stranger = browser.open(Browser.Window.WIDE)) {
      stranger.navigate("/tasks/stream");
      assertThat(stranger.url()).endsWith("/sign-in");
    }
  }

  /** Posts a form from within the page, with its secret; the status after all redirects. */
  private static int post(Page page, String path) {
    return ((Number)
            page.evaluate(
                """
                async path => {
                  const body = new URLSearchParams({
                    _csrf: document.querySelector('input[name=_csrf]').value,
                    decision: 'approve', seen: '1', text: 'x', reason: 'x',
                  });
                  return (await fetch(path, { method: 'POST', body })).status;
                }\
                """,
                path))
        .intValue();
  }

  private static Page signedIn(String role, Browser.Window window) {
    return browser.open(window, role + "@olamchurch.example", "verger-demo");
  }

  /** Asks for money, and returns when the approver can decide it. */
  private static String ask(String amount, String payee) {
    String request = requests.expense("group-leader", amount, payee);
    requests.task(APPROVER, request);
    return request;
  }

  /** Asks for a role at a group. */
  private static String group() {
    JsonNode units = requests.as("admin").get("/api/v1/organisation/units").ok().get("items");
    String unit =
        StreamSupport.stream(units.spliterator(), false)
            .filter(one -> one.get("name").asString().equals("Lincoln Square group"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asString();
    String person =
        requests
            .as("admin")
            .get("/api/v1/organisation/people?search=Jonah")
            .ok()
            .get("items")
            .get(0)
            .get("id")
            .asString();
    String request =
        requests
            .as("group-leader")
            .post(
                "/api/v1/requests/roles",
                Map.of("person", person, "role", "group-leader", "unit", unit, "reason", "Helps"))
            .ok()
            .get("id")
            .asString();
    requests.task(APPROVER, request);
    return request;
  }

  private static void openTask(Page page, String payee) {
    page.navigate("/tasks");
    line(page, payee).getByRole(AriaRole.LINK).click();
    page.waitForURL("**/tasks/*-*");
  }

  private static Locator line(Page page, String payee) {
    return page.locator("[data-ask]", new Page.LocatorOptions().setHasText(payee));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void look(Page page, String name, Browser.Window window, List<String> wrong) {
    if (Browser.overflow(page) > 0) {
      wrong.add(name + " is wider than the window");
    }
    Browser.barriers(page).forEach(barrier -> wrong.add(name + ": " + barrier));
    if (List.of("tasks", "task").contains(name)) {
      picture(page, name, window);
    }
    page.evaluate("document.documentElement.style.fontSize = '200%'");
    if (Browser.overflow(page) > 0) {
      wrong.add(name + " is wider than the window with large text");
    }
    page.evaluate("document.documentElement.style.fontSize = ''");
  }

  // What sticks to the lower edge would stand in the middle of a long picture.
  private static void picture(Page page, String name, Browser.Window window) {
    page.evaluate(
        "document.querySelectorAll('.verdict').forEach(e => e.style.position = 'static')");
    Browser.picture(page, name, window);
    page.evaluate("document.querySelectorAll('.verdict').forEach(e => e.style.position = '')");
  }
}
