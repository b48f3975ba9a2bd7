package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The funnel from the form to the fourth week, on the real engine, with the clock moved. */
@Tag("engine")
class GuestFollowUpIT {

  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  @TempDir static Path folder;

  static RunningVerger verger;
  static ApiClient leader;

  @BeforeAll
  static void start() throws Exception {
    verger = RunningVerger.start(folder).awaitReady();
    leader = verger.signedIn("campus-leader@olamchurch.example");
  }

  @AfterAll
  static void stop() throws Exception {
    verger.close();
  }

  @Test
  void aGuestWhoIsCalledGetsEachMessageOnItsDayAndIsConnected() {
    ZonedDateTime form = moveTo(LocalTime.of(11, 0));
    String guest = connect();
    JsonNode thanks = awaitMessage(guest, "guest-thank-you");
    assertThat(at(thanks)).isBetween(form.toInstant(), form.toInstant().plusSeconds(300));
    awaitStage(guest, "contacted");
    complete(guest, "Task_CallGuest", Map.of("outcome", "reached", "note", "Has two children"));
    awaitStage(guest, "connected");
    advance(Duration.ofDays(1));
    assertThat(at(awaitMessage(guest, "guest-welcome"))).isCloseTo(day(form, 1, 9), within());
    advance(Duration.ofDays(8));
    assertThat(at(awaitMessage(guest, "guest-invitation"))).isCloseTo(day(form, 8, 10), within());
    advance(Duration.ofDays(14));
    assertThat(at(awaitMessage(guest, "guest-check-in"))).isCloseTo(day(form, 22, 10), within());
    advance(Duration.ofDays(14));
    awaitProcess(guest, "completed");
    assertThat(stage(guest)).isEqualTo("connected");
    assertThat(templates(guest))
        .containsExactlyInAnyOrder(
            "guest-thank-you", "guest-welcome", "guest-invitation", "guest-check-in");
  }

  @Test
  void afterStopOnDayThreeNothingMoreIsSent() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    advance(Duration.ofDays(3));
    awaitMessage(guest, "guest-welcome");
    leader.post("/api/v1/guests/" + guest + "/replies", Map.of("text", "Stop.")).ok();
    awaitStage(guest, "opted-out");
    awaitProcess(guest, "completed");
    advance(Duration.ofDays(30));
    assertThat(templates(guest)).containsExactlyInAnyOrder("guest-thank-you", "guest-welcome");
  }

  @Test
  void aReplyIsAnsweredByAPersonAndTheSequenceGoesOn() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    leader.post("/api/v1/guests/" + guest + "/replies", Map.of("text", "When do you meet?")).ok();
    awaitStage(guest, "connected");
    complete(guest, "Task_AnswerReply", Map.of("outcome", "answered", "note", "Sundays at ten"));
    advance(Duration.ofDays(9));
    awaitMessage(guest, "guest-invitation");
  }

  @Test
  void theSameFormTwiceIsOneGuestWithOneFollowUp() {
    moveTo(LocalTime.of(11, 0));
    Map<String, Object> form = form(NUMBER.incrementAndGet());
    String first = connect("olamchurch", form);
    awaitMessage(first, "guest-thank-you");
    assertThat(connect("olamchurch", form)).isEqualTo(first);
    advance(Duration.ofDays(1));
    awaitMessage(first, "guest-welcome");
    assertThat(processes(first)).hasSize(1);
    assertThat(templates(first)).containsExactlyInAnyOrder("guest-thank-you", "guest-welcome");
  }

  @Test
  void aFormInTheNightIsThankedForWhenQuietHoursEnd() {
    ZonedDateTime form = moveTo(LocalTime.of(23, 30));
    String guest = connect();
    assertThat(stage(guest)).isEqualTo("new");
    advance(Duration.ofHours(10));
    assertThat(at(awaitMessage(guest, "guest-thank-you"))).isCloseTo(day(form, 1, 8), within());
  }

  @Test
  void aSecondVisitBringsTheInvitationAtOnceAndOnlyOnce() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    leader.post("/api/v1/guests/" + guest + "/visits", Map.of()).ok();
    awaitMessage(guest, "guest-invitation");
    awaitStage(guest, "connected");
    advance(Duration.ofDays(10));
    assertThat(templates(guest))
        .containsExactlyInAnyOrder("guest-thank-you", "guest-welcome", "guest-invitation");
  }

  @Test
  void aDecisionEndsTheSequenceAndOpensTheWayToDiscipleshipAndMembership() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    leader.post("/api/v1/guests/" + guest + "/decisions", Map.of("kind", "salvation")).ok();
    awaitStage(guest, "decided");
    complete(guest, "Task_PlanDiscipleship", Map.of("outcome", "planned"));
    awaitStage(guest, "in-discipleship");
    awaitProcess(guest, "completed");
    advance(Duration.ofDays(9));
    assertThat(templates(guest)).containsExactly("guest-thank-you");
    leader.post("/api/v1/guests/" + guest + "/decisions", Map.of("kind", "membership")).ok();
    assertThat(stage(guest)).isEqualTo("member");
  }

  @Test
  void aReplyAfterADecisionIsOneTaskAndIsAnswered() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    leader.post("/api/v1/guests/" + guest + "/decisions", Map.of("kind", "baptism")).ok();
    awaitTask(guest, "Task_PlanDiscipleship");
    reply(guest, "What do I have to bring?");
    awaitTask(guest, "Task_AnswerReply");
    assertThat(openTasks(guest))
        .containsExactlyInAnyOrder("Task_PlanDiscipleship", "Task_AnswerReply");
    complete(guest, "Task_AnswerReply", Map.of("outcome", "answered", "note", "A towel"));
    awaitRuns(guest, "guest-reply", "completed");
    reply(guest, "And who comes with me?");
    awaitTask(guest, "Task_AnswerReply");
    assertThat(openTasks(guest))
        .containsExactlyInAnyOrder("Task_PlanDiscipleship", "Task_AnswerReply");
    awaitRuns(guest, "guest-reply", "active", "completed");
  }

  @Test
  void aReplyAndADecisionAfterTheEndAreOneTaskEachAndLeadOn() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    advance(Duration.ofDays(36));
    awaitStage(guest, "unreachable");
    awaitProcess(guest, "completed");
    reply(guest, "I am back");
    awaitTask(guest, "Task_AnswerReply");
    reply(guest, "Are you there?");
    awaitTask(guest, "Task_AnswerNextReply");
    assertThat(openTasks(guest))
        .containsExactlyInAnyOrder("Task_AnswerReply", "Task_AnswerNextReply");
    complete(guest, "Task_AnswerReply", Map.of("outcome", "answered", "note", "Welcome"));
    complete(guest, "Task_AnswerNextReply", Map.of("outcome", "answered", "note", "We are"));
    awaitRuns(guest, "guest-reply", "completed");
    leader.post("/api/v1/guests/" + guest + "/decisions", Map.of("kind", "salvation")).ok();
    complete(guest, "Task_PlanDiscipleship", Map.of("outcome", "planned"));
    awaitStage(guest, "in-discipleship");
    awaitRuns(guest, "guest-discipleship", "completed");
    assertThat(openTasks(guest)).isEmpty();
  }

  @Test
  void stopEndsWhatIsToBeDoneAfterTheEndButNotWhatALaterReplyAsksFor() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    leader.post("/api/v1/guests/" + guest + "/decisions", Map.of("kind", "baptism")).ok();
    reply(guest, "I have a question");
    reply(guest, "And another one");
    awaitTask(guest, "Task_PlanDiscipleship");
    awaitTask(guest, "Task_AnswerReply");
    awaitTask(guest, "Task_AnswerNextReply");
    reply(guest, "STOP");
    await().atMost(Duration.ofSeconds(30)).until(() -> openTasks(guest).isEmpty());
    awaitRuns(guest, "guest-reply", "completed");
    awaitRuns(guest, "guest-discipleship", "completed");
    assertThat(stage(guest)).isEqualTo("opted-out");
    reply(guest, "START");
    reply(guest, "It was a mistake");
    awaitTask(guest, "Task_AnswerReply");
    complete(guest, "Task_AnswerReply", Map.of("outcome", "answered", "note", "Never mind"));
    awaitRuns(guest, "guest-reply", "completed", "completed");
    reply(guest, "STOP");
    reply(guest, "START");
    reply(guest, "I pressed the wrong key");
    complete(guest, "Task_AnswerReply", Map.of("outcome", "answered", "note", "No harm done"));
    awaitRuns(guest, "guest-reply", "completed", "completed", "completed");
  }

  @Test
  void aGuestWhomNobodyCallsIsPassedToTheCampusLeaderAndInTheEndUnreachable() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitTask(guest, "Task_CallGuest");
    advance(Duration.ofHours(49));
    awaitTask(guest, "Task_CallGuestAsLeader");
    advance(Duration.ofDays(34));
    awaitProcess(guest, "completed");
    awaitStage(guest, "unreachable");
  }

  @Test
  void aCallThatReachesNobodyIsFollowedByAMessage() {
    moveTo(LocalTime.of(11, 0));
    String guest = connect();
    awaitMessage(guest, "guest-thank-you");
    complete(guest, "Task_CallGuest", Map.of("outcome", "noAnswer"));
    awaitMessage(guest, "guest-missed-call");
    assertThat(stage(guest)).isEqualTo("contacted");
  }

  @Test
  void twoChurchesFollowUpTheSamePersonAtTheSameTimeEachInItsOwnWay() {
    ApiClient other = church("riverside");
    moveTo(LocalTime.of(11, 0));
    Map<String, Object> form = form(NUMBER.incrementAndGet());
    String here = connect("olamchurch", form);
    String there = connect("riverside", form);
    assertThat(here).isNotEqualTo(there);
    awaitMessage(here, "guest-thank-you");
    awaitSent(other, there, "guest-thank-you");
    leader.post("/api/v1/guests/" + here + "/replies", Map.of("text", "STOP")).ok();
    awaitProcess(here, "completed");
    advance(Duration.ofDays(9));
    awaitSent(other, there, "guest-invitation");
    assertThat(templates(here)).containsExactly("guest-thank-you");
    assertThat(leader.get("/api/v1/guests/" + there).status()).isEqualTo(404);
    assertThat(other.get("/api/v1/guests/" + here).status()).isEqualTo(404);
    assertThat(messages(leader, there)).isEmpty();
    assertThat(messages(other, here)).isEmpty();
    assertThat(processes(leader, there)).isEmpty();
    assertThat(processes(other, there)).hasSize(1);
  }

  private static ApiClient church(String name) {
    ApiClient platform = verger.signedIn("platform@verger.example");
    Map<String, Object> church =
        Map.of(
            "id",
            name,
            "name",
            "Riverside Church",
            "timeZone",
            ZONE.getId(),
            "languages",
            List.of("en"),
            "region",
            "US",
            "currency",
            "USD");
    platform.post("/api/v1/platform/tenants", church).ok();
    String email = "admin@" + name + ".example";
    Map<String, String> admin =
        Map.of(
            "givenName", "Anna",
            "familyName", "Phanuel",
            "email", email,
            "password", "verger-demo");
    platform.post("/api/v1/platform/tenants/" + name + "/administrators", admin).ok();
    return verger.signedIn(email);
  }

  @Test
  void badInputNamesEveryFieldThatIsWrong() {
    ApiClient.Answer answer =
        verger
            .anonymous()
            .post("/api/v1/public/olamchurch/connect", Map.of("firstName", "", "phone", "12"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().get("errors").findValuesAsString("field"))
        .contains("firstName", "phone");
  }

  private static ZonedDateTime moveTo(LocalTime local) {
    ZonedDateTime now = now();
    ZonedDateTime then = now.with(local);
    if (!then.isAfter(now)) {
      then = now.plusDays(1).with(local);
    }
    advance(Duration.between(now, then));
    return now();
  }

  private static ZonedDateTime now() {
    String now = leader.get("/api/v1/demo/clock").ok().get("now").asString();
    return Instant.parse(now).atZone(ZONE);
  }

  private static void advance(Duration by) {
    leader.post("/api/v1/demo/clock", Map.of("advance", by.toString())).ok();
  }

  private static String connect() {
    return connect("olamchurch", form(NUMBER.incrementAndGet()));
  }

  private static String connect(String church, Map<String, Object> form) {
    ApiClient.Answer answer =
        verger.anonymous().post("/api/v1/public/" + church + "/connect", form);
    assertThat(answer.status()).isEqualTo(202);
    return answer.body().get("guestId").asString();
  }

  private static Map<String, Object> form(int number) {
    return Map.of(
        "firstName",
        "Ruth",
        "lastName",
        "Boaz",
        "phone",
        "+1312555" + number,
        "email",
        "ruth" + number + "@example.org",
        "language",
        "en",
        "consent",
        Map.of("sms", true, "email", true));
  }

  private static JsonNode guest(String id) {
    return leader.get("/api/v1/guests/" + id).ok();
  }

  private static String stage(String guest) {
    return guest(guest).get("stage").asString();
  }

  private static void awaitStage(String guest, String stage) {
    await().atMost(Duration.ofSeconds(30)).until(() -> stage(guest), stage::equals);
  }

  private static List<JsonNode> messages(ApiClient reader, String guest) {
    return reader.get("/api/v1/messages?subject=" + guest).ok().get("items").valueStream().toList();
  }

  private static List<String> templates(String guest) {
    return templates(leader, guest);
  }

  private static List<String> templates(ApiClient reader, String guest) {
    return messages(reader, guest).stream()
        .filter(message -> message.get("status").asString().equals("sent"))
        .map(message -> message.get("template").asString())
        .toList();
  }

  private static void awaitSent(ApiClient reader, String guest, String template) {
    await().atMost(Duration.ofSeconds(30)).until(() -> templates(reader, guest).contains(template));
  }

  private static JsonNode awaitMessage(String guest, String template) {
    awaitSent(leader, guest, template);
    return messages(leader, guest).stream()
        .filter(message -> message.get("template").asString().equals(template))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> processes(String guest) {
    return processes(leader, guest);
  }

  private static List<JsonNode> processes(ApiClient reader, String guest) {
    return reader
        .get("/api/v1/processes/instances?subject=" + guest)
        .ok()
        .get("items")
        .valueStream()
        .toList();
  }

  private static void awaitProcess(String guest, String state) {
    awaitRuns(guest, "guest-follow-up", state);
  }

  /** Waits until the runs of a process about the guest are in these states, the latest first. */
  private static void awaitRuns(String guest, String process, String... states) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(processes(guest))
                    .filteredOn(run -> run.get("processId").asString().equals(process))
                    .extracting(run -> run.get("state").asString())
                    .containsExactly(states));
  }

  private static List<String> openTasks(String guest) {
    return guest(guest)
        .get("tasks")
        .valueStream()
        .map(task -> task.get("element").asString())
        .toList();
  }

  private static void reply(String guest, String text) {
    leader.post("/api/v1/guests/" + guest + "/replies", Map.of("text", text)).ok();
  }

  private static String awaitTask(String guest, String element) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                guest(guest)
                    .get("tasks")
                    .valueStream()
                    .filter(task -> task.get("element").asString().equals(element))
                    .map(task -> task.get("id").asString())
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static void complete(String guest, String element, Map<String, String> outcome) {
    String admin = "admin@olamchurch.example";
    verger
        .signedIn(admin)
        .post("/api/v1/guests/" + guest + "/tasks/" + awaitTask(guest, element), outcome)
        .ok();
  }

  private static Instant at(JsonNode message) {
    return Instant.parse(message.get("at").asString());
  }

  private static Instant day(ZonedDateTime form, int days, int hour) {
    return form.toLocalDate().plusDays(days).atTime(hour, 0).atZone(ZONE).toInstant();
  }

  private static TemporalUnitOffset within() {
    return new TemporalUnitWithinOffset(10, ChronoUnit.MINUTES);
  }
}
