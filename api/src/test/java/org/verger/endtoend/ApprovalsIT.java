package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verger.tenants.TenantId;
import tools.jackson.databind.JsonNode;

/** Requests through their chains to their ends, on the real engine, over the API. */
@Tag("engine")
class ApprovalsIT {

  @TempDir static Path folder;

  static RunningVerger verger;
  static DemoRequests requests;

  @BeforeAll
  static void start() throws Exception {
    verger = RunningVerger.start(folder).awaitReady();
    requests = new DemoRequests(verger);
  }

  @AfterAll
  static void stop() throws Exception {
    verger.close();
  }

  @Test
  void moneyGoesThroughItsChainAndIsReleasedAsAPayout() {
    BigDecimal before = left();
    String request = requests.expense("group-leader", "480.00", "Bright Chairs");
    assertThat(left()).isEqualByComparingTo(before.subtract(new BigDecimal("480")));
    assertThat(requests.status("group-leader", request)).isEqualTo("submitted");
    requests.approve("campus-leader", request);
    requests.approve("regional-director", request);
    requests.awaitStatus("group-leader", request, "released");
    JsonNode payout = payout("finance-director", request);
    assertThat(payout.get("payee").asString()).isEqualTo("Bright Chairs");
    assertThat(payout.get("paidAt").isNull()).isTrue();
    assertThat(requests.story("group-leader", request))
        .containsSubsequence(
            "approvals-submitted",
            "approvals-asked",
            "approvals-decided",
            "approvals-asked",
            "approvals-decided",
            "approvals-approved",
            "approvals-executed");
  }

  @Test
  void whoApprovedDoesNotPayOut() {
    String request = requests.expense("group-leader", "90.00", "Corner Bakery");
    requests.approve("campus-leader", request);
    requests.awaitStatus("group-leader", request, "released");
    assertThat(pay("campus-leader", request).status()).isEqualTo(403);
    assertThat(pay("group-leader", request).status()).isEqualTo(403);
    assertThat(pay("regional-director", request).ok().get("paid").asBoolean()).isTrue();
    assertThat(pay("finance-director", request).ok().get("paid").asBoolean()).isFalse();
    assertThat(payout("finance-director", request).get("method").asString()).isEqualTo("cheque");
  }

  @Test
  void aDeclinedRequestGivesTheMoneyBackAndSaysWhy() {
    BigDecimal before = left();
    String request = requests.expense("group-leader", "95.00", "Balloons Ltd");
    String task = requests.task("campus-leader", request);
    assertThat(requests.decide("campus-leader", task, "decline", "").status()).isEqualTo(422);
    requests.decide("campus-leader", task, "decline", "We have some left").ok();
    assertThat(requests.status("group-leader", request)).isEqualTo("declined");
    assertThat(left()).isEqualByComparingTo(before);
    assertThat(requests.show("group-leader", request).toString()).contains("We have some left");
    awaitEnded(request);
  }

  @Test
  void whatIsSentBackGoesOnAtTheStepThatSentItBack() {
    String request = requests.expense("group-leader", "700.00", "Sound and Light");
    requests.approve("campus-leader", request);
    String task = requests.task("regional-director", request);
    requests.decide("regional-director", task, "return", "Please name the model").ok();
    assertThat(requests.status("group-leader", request)).isEqualTo("returned");
    Map<String, Object> changed = DemoRequests.expense("650.00", "Sound and Light");
    changed.put("purpose", "Projector, model B");
    assertThat(
            requests
                .as("campus-leader")
                .put("/api/v1/requests/expenses/" + request, changed)
                .status())
        .isEqualTo(422);
    requests.as("group-leader").put("/api/v1/requests/expenses/" + request, changed).ok();
    requests.approve("regional-director", request);
    requests.awaitStatus("group-leader", request, "released");
    assertThat(requests.show("group-leader", request).get("amount").decimalValue())
        .isEqualByComparingTo("650.00");
  }

  @Test
  void moreMoneyThanWasApprovedAsksEverybodyAgain() {
    String request = requests.expense("group-leader", "710.00", "Organ Works");
    requests.approve("campus-leader", request);
    String task = requests.task("regional-director", request);
    requests.decide("regional-director", task, "return", "Is that all of it?").ok();
    requests
        .as("group-leader")
        .put("/api/v1/requests/expenses/" + request, DemoRequests.expense("990.00", "Organ Works"))
        .ok();
    requests.approve("campus-leader", request);
    requests.approve("regional-director", request);
    requests.awaitStatus("group-leader", request, "released");
  }

  @Test
  void aWithdrawnRequestEndsItsTasks() {
    BigDecimal before = left();
    String request = requests.expense("group-leader", "60.00", "Flower Shop");
    String task = requests.task("campus-leader", request);
    assertThat(withdraw("campus-leader", request).status()).isEqualTo(403);
    withdraw("group-leader", request).ok();
    assertThat(requests.status("group-leader", request)).isEqualTo("withdrawn");
    assertThat(requests.find("campus-leader", "mine", request)).isEmpty();
    assertThat(requests.decide("campus-leader", task, "approve", "").status()).isEqualTo(409);
    assertThat(left()).isEqualByComparingTo(before);
    awaitEnded(request);
  }

  @Test
  void aPurchaseInPiecesIsDecidedLikeTheWhole() {
    String first = requests.expense("group-leader", "80.00", "Joe's Print Shop");
    String second = requests.expense("group-leader", "80.00", "Joes print-shop");
    requests.approve("campus-leader", first);
    requests.awaitStatus("group-leader", first, "released");
    requests.approve("campus-leader", second);
    requests.approve("regional-director", second);
    requests.awaitStatus("group-leader", second, "released");
    assertThat(requests.show("group-leader", second).get("facts").toString())
        .contains("160.00 USD in all");
  }

  @Test
  void aRoleIsGivenOnceTheChainHasSaidYes() {
    String person = person("Jonah");
    String group = unit("Lincoln Square group");
    String request =
        requests
            .as("group-leader")
            .post(
                "/api/v1/requests/roles",
                Map.of("person", person, "role", "group-leader", "unit", group, "reason", "Helps"))
            .ok()
            .get("id")
            .asString();
    requests.approve("campus-leader", request);
    requests.awaitStatus("group-leader", request, "assigned");
    assertThat(
            requests
                .as("admin")
                .get("/api/v1/organisation/roles?role=group-leader&unit=" + group)
                .ok()
                .toString())
        .contains(person);
  }

  @Test
  void aNationalEventNeedsBothDirectorsInWhateverOrder() {
    for (List<String> order :
        List.of(
            List.of("national-director", "finance-director"),
            List.of("finance-director", "national-director"))) {
      String request = event("Synod of " + order.getFirst(), unit("Olam Church"));
      requests.task(order.getLast(), request);
      requests.approve(order.getFirst(), request);
      assertThat(requests.status("regional-director", request)).isEqualTo("submitted");
      requests.approve(order.getLast(), request);
      requests.awaitStatus("regional-director", request, "published");
    }
    assertThat(requests.as("group-leader").get("/api/v1/events").ok().toString())
        .contains("Synod of national-director", "Synod of finance-director");
  }

  @Test
  void oneNoOfAPairEndsItForBoth() {
    String request = event("Synod too many", unit("Olam Church"));
    requests.task("finance-director", request);
    String task = requests.task("national-director", request);
    requests.decide("national-director", task, "decline", "Not this year").ok();
    assertThat(requests.find("finance-director", "mine", request)).isEmpty();
    awaitEnded(request);
  }

  @Test
  void aSecondClickChangesNothingAndWhoIsLateIsToldWhoDecided() {
    String request = requests.expense("group-leader", "300.00", "Tent Rental");
    String task = requests.task("campus-leader", request);
    requests.decide("campus-leader", task, "approve", "").ok();
    assertThat(requests.decide("campus-leader", task, "approve", "").ok().get("outcome").asString())
        .isEqualTo("said-before");
    ApiClient.Answer late = requests.decide("campus-leader", task, "decline", "No");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().get("detail").asString()).contains("has approved this meanwhile");
    assertThat(requests.story("group-leader", request))
        .filteredOn("approvals-decided"::equals)
        .hasSize(1);
  }

  @Test
  void aRequestThatIsSentTwiceWithOneKeyIsOne() {
    Map<String, Object> body = DemoRequests.expense("33.00", "Twice Ltd");
    JsonNode first =
        requests.as("group-leader").post("/api/v1/requests/expenses", body, "k-1").ok();
    JsonNode second =
        requests.as("group-leader").post("/api/v1/requests/expenses", body, "k-1").ok();
    assertThat(second.get("id")).isEqualTo(first.get("id"));
    body.put("amount", new BigDecimal("34.00"));
    assertThat(requests.as("group-leader").post("/api/v1/requests/expenses", body, "k-1").status())
        .isEqualTo(422);
  }

  @Test
  void aCurrencyWithoutATableIsRefusedBesideItsField() {
    Map<String, Object> body = DemoRequests.expense("10.00", "Chez Nous");
    body.put("currency", "CHF");
    ApiClient.Answer refused = requests.as("group-leader").post("/api/v1/requests/expenses", body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().toString()).contains("\"field\":\"currency\"");
  }

  @Test
  void aDecisionCountsWhileTheEngineIsAway() {
    String request = requests.expense("group-leader", "75.00", "Engine Away Ltd");
    String task = requests.task("campus-leader", request);
    RunningVerger.broker(folder).orElseThrow().destroyForcibly();
    requests.decide("campus-leader", task, "approve", "").ok();
    JsonNode now = requests.show("group-leader", request);
    assertThat(now.get("status").asString()).isEqualTo("approved");
    assertThat(now.get("queued").asBoolean()).isTrue();
    assertThat(requests.find("campus-leader", "mine", request)).isEmpty();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> requests.status("group-leader", request).equals("released"));
    awaitEnded(request);
  }

  @Test
  void afterTwoDaysPeopleAreRemindedAndAfterFourTheNextLevelUpIsAskedToo() {
    String request = requests.expense("group-leader", "810.00", "Patience Ltd");
    requests.task("campus-leader", request);
    assertThat(requests.find("regional-director", "mine", request)).isEmpty();
    advance(Duration.ofHours(49));
    awaitTold(request, "approvals-reminded");
    assertThat(requests.find("campus-leader", "overdue", request)).isPresent();
    advance(Duration.ofHours(48));
    awaitTold(request, "approvals-escalated");
    requests.task("regional-director", request);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> candidateGroups(request).contains("regional-director@"));
    requests.approve("regional-director", request);
    requests.awaitStatus("group-leader", request, "released");
  }

  @Test
  void whatCannotBeDoneHasAnOwnerAndCanBeTriedAgain() {
    String person = person("Joanna");
    String request =
        requests
            .as("campus-leader")
            .post(
                "/api/v1/requests/roles",
                Map.of(
                    "person", person, "role", "group-leader", "unit", unit("Lincoln Square group")))
            .ok()
            .get("id")
            .asString();
    String task = requests.task("regional-director", request);
    serves(person, false);
    requests.decide("regional-director", task, "approve", "").ok();
    JsonNode failure =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> requests.show("campus-leader", request).get("failures").path(0),
                found -> !found.isMissingNode());
    assertThat(failure.get("message").asString()).contains("no longer serves");
    assertThat(failure.get("owners").get(0).asString()).isEqualTo("Jonah Operator");
    assertThat(requests.status("campus-leader", request)).isEqualTo("approved");
    serves(person, true);
    String retry = "/api/v1/requests/" + request + "/retry";
    assertThat(requests.as("campus-leader").post(retry, Map.of()).status()).isEqualTo(403);
    assertThat(requests.as("admin").post(retry, Map.of()).ok().get("retried").asBoolean()).isTrue();
    requests.awaitStatus("campus-leader", request, "assigned");
    awaitEnded(request);
  }

  private static void serves(String person, boolean active) {
    RunningVerger.church(folder, new TenantId("olamchurch"))
        .sql("UPDATE person SET active = ? WHERE id = ?::uuid")
        .params(active, person)
        .update();
  }

  private static void advance(Duration by) {
    requests.as("operator").post("/api/v1/demo/clock", Map.of("advance", by.toString())).ok();
  }

  private static void awaitTold(String request, String action) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> requests.story("group-leader", request).contains(action));
  }

  private static String candidateGroups(String request) {
    return RunningVerger.database(folder)
        .sql(
            """
            SELECT array_to_string(candidate_groups, ' ') FROM engine.user_task
            WHERE subject_id = ? AND state = 'open'
            """)
        .param(request)
        .query(String.class)
        .single();
  }

  private static ApiClient.Answer pay(String role, String request) {
    return requests
        .as(role)
        .post(
            "/api/v1/requests/expenses/" + request + "/payment",
            Map.of("method", "cheque", "reference", "No. 17"));
  }

  private static ApiClient.Answer withdraw(String role, String request) {
    return requests.as(role).post("/api/v1/requests/" + request + "/withdrawal", Map.of());
  }

  private static JsonNode payout(String role, String request) {
    return StreamSupport.stream(
            requests.as(role).get("/api/v1/payouts").ok().get("items").spliterator(), false)
        .filter(payout -> payout.get("requestId").asString().equals(request))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal left() {
    return requests
        .as("campus-leader")
        .get("/api/v1/budget-lines")
        .ok()
        .get("items")
        .get(0)
        .get("left")
        .decimalValue();
  }

  private static String event(String title, String unit) {
    return requests
        .as("regional-director")
        .post(
            "/api/v1/requests/events",
            Map.of(
                "unit",
                unit,
                "title",
                title,
                "startsAt",
                verger.now().plus(Duration.ofDays(60)).toString(),
                "endsAt",
                verger.now().plus(Duration.ofDays(61)).toString()))
        .ok()
        .get("id")
        .asString();
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

  private static String unit(String name) {
    return StreamSupport.stream(
            requests.as("admin").get("/api/v1/organisation/units").ok().get("items").spliterator(),
            false)
        .filter(unit -> unit.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  /** Waits until the engine has nothing left to do for the request. */
  private static void awaitEnded(String request) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                RunningVerger.database(folder)
                        .sql(
                            """
                            SELECT count(*) FILTER (WHERE state = 'active') = 0 AND count(*) > 0
                            FROM engine.process_instance WHERE subject_id = ?
                            """)
                        .param(request)
                        .query(Boolean.class)
                        .single()
                    && RunningVerger.database(folder)
                        .sql(
                            "SELECT count(*) = 0 FROM engine.user_task WHERE subject_id = ? AND"
                                + " state = 'open'")
                        .param(request)
                        .query(Boolean.class)
                        .single());
  }
}
