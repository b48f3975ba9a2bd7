package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.verger.guests.FollowUpDates.CALL_DUE;
import static org.verger.guests.FollowUpDates.CHECK_IN;
import static org.verger.guests.FollowUpDates.CLOSE;
import static org.verger.guests.FollowUpDates.ESCALATION;
import static org.verger.guests.FollowUpDates.INVITATION;
import static org.verger.guests.FollowUpDates.WELCOME;
import static org.verger.guests.FollowUpWorkers.CALLERS;
import static org.verger.guests.FollowUpWorkers.LEADERS;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ZeebeProcessTest
class GuestFollowUpTest {

  private static final String GUEST = "guest-1";
  private static final String THANK_YOU = "guest-thank-you/sms";
  private static final String WELCOME_MAIL = "guest-welcome/email";
  private static final String INVITED = "guest-invitation/sms";
  private static final String CHECKED_IN = "guest-check-in/sms";
  private static final String MISSED_CALL = "guest-missed-call/sms";

  private ZeebeTestEngine engine;
  private FollowUpEngine followUps;
  private final Instant registered = Instant.now();

  @BeforeEach
  void deploy() {
    followUps = new FollowUpEngine(engine);
  }

  @AfterEach
  void stopWorking() {
    followUps.close();
  }

  @Test
  void aSilentGuestGetsFourMessagesEachOnItsDayAndIsThenClosed() {
    begin();
    assertThat(sent()).containsExactly(THANK_YOU);
    followUps.advance(WELCOME);
    followUps.awaitAt(GUEST, "Event_InvitationDue");
    assertThat(sent()).containsExactly(THANK_YOU, WELCOME_MAIL);
    followUps.advance(INVITATION.minus(WELCOME));
    followUps.awaitAt(GUEST, "Event_CheckInDue");
    assertThat(sent()).containsExactly(THANK_YOU, WELCOME_MAIL, INVITED);
    followUps.advance(CHECK_IN.minus(INVITATION));
    followUps.awaitAt(GUEST, "Event_TimeIsOver");
    assertThat(sent()).containsExactly(THANK_YOU, WELCOME_MAIL, INVITED, CHECKED_IN);
    followUps.advance(CLOSE.minus(CHECK_IN));
    followUps.awaitEnd(GUEST);
    assertThat(followUps.workers().closed()).containsExactly("none");
  }

  @Test
  void nothingIsSentBeforeItsTime() {
    begin();
    followUps.advance(WELCOME.minusHours(1));
    followUps.publish("guest-returned", GUEST);
    await().until(() -> sent().contains(INVITED));
    assertThat(sent()).doesNotContain(WELCOME_MAIL);
  }

  @Test
  void theThankYouDoesNotWaitForTheCallerToBeAssigned() {
    followUps.workers().sendMessages();
    followUps.register(GUEST, registered);
    followUps.awaitAt(GUEST, "Task_AssignCaller", "Event_WelcomeDue");
    assertThat(sent()).containsExactly(THANK_YOU);
  }

  @Test
  void aDateInThePastIsDueAtOnce() {
    followUps.workers().work();
    followUps.register(GUEST, registered.minus(Duration.ofDays(60)));
    followUps.awaitEnd(GUEST);
    assertThat(sent()).containsExactly(THANK_YOU, WELCOME_MAIL, INVITED, CHECKED_IN);
  }

  @Test
  void theCallIsATaskWithADateForTheRolesThatWereFound() {
    begin();
    var task = followUps.awaitTask("Task_CallGuest");
    assertThat(task.getCandidateGroupsList()).containsExactly(CALLERS);
    assertThat(Instant.parse(task.getDueDate()))
        .isCloseTo(registered.plus(CALL_DUE), within(1, ChronoUnit.MILLIS));
    assertThat(task.getFormKey()).isPositive();
  }

  @Test
  void aCallThatNobodyMakesGoesToTheLeader() {
    begin();
    followUps.advance(ESCALATION);
    followUps.awaitAt(GUEST, "Task_CallGuestAsLeader");
    assertThat(followUps.records().tasksCanceled("Task_CallGuest")).hasSize(1);
    assertThat(followUps.awaitTask("Task_CallGuestAsLeader").getCandidateGroupsList())
        .containsExactly(LEADERS);
  }

  @Test
  void aGuestWhoDidNotAnswerThePhoneGetsAMessageInstead() {
    begin();
    callEndsWith("noAnswer");
    followUps.awaitFollowUpOf(GUEST, it -> it.hasPassedElement("EndEvent_MissedCallSent"));
    assertThat(sent()).containsExactly(THANK_YOU, MISSED_CALL);
  }

  @Test
  void aGuestWhoWasReachedGetsNoMissedCall() {
    begin();
    callEndsWith("reached");
    followUps.awaitFollowUpOf(GUEST, it -> it.hasPassedElement("EndEvent_GuestReached"));
    assertThat(sent()).containsExactly(THANK_YOU);
  }

  @Test
  void aStrangerWithTheWrongNumberGetsNoMissedCall() {
    begin();
    callEndsWith("wrongNumber");
    followUps.awaitFollowUpOf(GUEST, it -> it.hasPassedElement("EndEvent_NumberIsWrong"));
    assertThat(sent()).containsExactly(THANK_YOU);
  }

  @Test
  void theMessagesGoOnAfterTheCall() {
    begin();
    callEndsWith("reached");
    followUps.advance(WELCOME);
    followUps.awaitAt(GUEST, "Event_InvitationDue");
    assertThat(sent()).containsExactly(THANK_YOU, WELCOME_MAIL);
  }

  @Test
  void aSecondVisitInvitesAtOnce() {
    begin();
    followUps.publish("guest-returned", GUEST);
    followUps.awaitFollowUpOf(GUEST, it -> it.hasPassedElement("EndEvent_InvitationSent"));
    assertThat(sent()).containsExactly(THANK_YOU, INVITED);
    followUps.awaitAt(GUEST, "Task_CallGuest", "Event_WelcomeDue");
  }

  @Test
  void aDecisionEndsTheFollowUpAtOnce() {
    begin();
    followUps.publish("guest-decided", GUEST);
    followUps.awaitEnd(GUEST);
    followUps.advance(CLOSE);
    assertThat(sent()).containsExactly(THANK_YOU);
    assertThat(followUps.records().tasksCanceled("Task_CallGuest")).hasSize(1);
    assertThat(followUps.workers().closed()).containsExactly("none");
  }

  @Test
  void aGuestWhoLeavesOnTheThirdDayHearsNothingMore() {
    begin();
    followUps.advance(Duration.ofDays(3));
    followUps.awaitAt(GUEST, "Task_CallGuestAsLeader", "Event_InvitationDue");
    followUps.publish("guest-left", GUEST, Map.of("exit", "optedOut"));
    followUps.awaitEnd(GUEST);
    followUps.advance(CLOSE);
    assertThat(sent()).containsExactly(THANK_YOU, WELCOME_MAIL);
    assertThat(followUps.workers().closed()).containsExactly("optedOut");
    assertThat(followUps.records().tasksCanceled("Task_CallGuestAsLeader")).hasSize(1);
  }

  @Test
  void aCallThatIsStillOpenWhenTimeIsOverEndsWithTheFollowUp() {
    begin();
    followUps.advance(ESCALATION);
    followUps.awaitAt(GUEST, "Task_CallGuestAsLeader");
    followUps.advance(CLOSE);
    followUps.awaitEnd(GUEST);
    assertThat(followUps.records().tasksCanceled("Task_CallGuestAsLeader")).hasSize(1);
    assertThat(followUps.workers().closed()).containsExactly("none");
  }

  @Test
  void aCallerWhoIsNeverAssignedDoesNotKeepTheFollowUpOpen() {
    followUps.workers().sendMessages();
    followUps.workers().closeFollowUps();
    followUps.register(GUEST, registered);
    followUps.awaitAt(GUEST, "Task_AssignCaller", "Event_WelcomeDue");
    followUps.advance(CLOSE);
    followUps.awaitEnd(GUEST);
    assertThat(followUps.workers().closed()).containsExactly("none");
  }

  @Test
  void aSecondRegistrationStartsNothingWhileTheFirstRuns() {
    begin();
    followUps.register(GUEST, registered);
    followUps.publish("guest-returned", GUEST);
    followUps.awaitFollowUpOf(GUEST, it -> it.hasPassedElement("EndEvent_InvitationSent"));
    assertThat(followUps.records().instancesOf(FollowUpEngine.FOLLOW_UP, GUEST)).hasSize(1);
    assertThat(sent()).containsExactly(THANK_YOU, INVITED);
  }

  private void begin() {
    followUps.workers().work();
    followUps.register(GUEST, registered);
    followUps.awaitAt(GUEST, "Task_CallGuest", "Event_WelcomeDue");
  }

  private void callEndsWith(String outcome) {
    followUps.skip(GUEST, "Task_CallGuest", "Gateway_CallEnded", Map.of("callOutcome", outcome));
  }

  private List<String> sent() {
    return followUps.workers().sent();
  }
}
