package org.verger.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.verger.approvals.ApprovalEngine.CHAIN;
import static org.verger.approvals.RequestKind.EXPENSE;
import static org.verger.approvals.StageAnswers.ESCALATION;
import static org.verger.approvals.StageAnswers.REMINDER;
import static org.verger.approvals.StageAnswers.approved;
import static org.verger.approvals.StageAnswers.change;
import static org.verger.approvals.StageAnswers.decide;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ZeebeProcessTest
class ApprovalChainTest {

  private static final String REQUEST = "request-1";
  private static final String OTHER = "request-2";

  private ZeebeTestEngine engine;
  private ApprovalEngine approvals;

  @BeforeEach
  void work() {
    approvals = new ApprovalEngine(engine);
  }

  @AfterEach
  void stopWorking() {
    approvals.close();
  }

  @Test
  void eachStepIsATaskForItsOwnApprovers() {
    approvals.request(EXPENSE, REQUEST, decide("treasurer", "pastor", "elder"));
    assertThat(approvals.awaitSteps(3))
        .extracting(UserTaskRecordValue::getCandidateGroupsList)
        .containsExactlyInAnyOrder(List.of("treasurer"), List.of("pastor"), List.of("elder"));
  }

  @Test
  void aTaskKnowsItsStepItsDateAndItsForm() {
    approvals.request(EXPENSE, REQUEST, decide("treasurer", "pastor"));
    assertThat(approvals.awaitSteps(2))
        .allSatisfy(
            task -> {
              assertThat(approvals.records().local("stepId", task.getElementInstanceKey()))
                  .isEqualTo("\"step-" + task.getCandidateGroupsList().getFirst() + '"');
              assertThat(OffsetDateTime.parse(task.getDueDate())).isEqualTo(StageAnswers.DUE);
              assertThat(task.getFormKey()).isPositive();
            });
  }

  @Test
  void aTaskSaysForItselfWhetherTheStageIsOver() {
    approvals.request(EXPENSE, REQUEST, decide("treasurer", "pastor"));
    assertThat(approvals.awaitSteps(2))
        .extracting(task -> approvals.records().local("stageOver", task.getElementInstanceKey()))
        .containsOnly("false");
  }

  @Test
  void theRecordsAreAskedAgainAfterTheTasks() {
    approvals.request(EXPENSE, REQUEST, decide("treasurer"), decide("pastor"), approved());
    approvals.awaitSteps(1);
    approvals.skipSteps(REQUEST);
    approvals.awaitSteps(2);
    assertThat(approvals.workers().openedAfter()).containsExactly("none", 1);
    assertThat(approvals.workers().executed()).isEmpty();
  }

  @Test
  void aRequestThatIsToBeChangedWaitsForTheRequester() {
    approvals.request(EXPENSE, REQUEST, change(), approved());
    approvals.request(EXPENSE, OTHER, change(), approved());
    approvals.awaitChainAt(REQUEST, "Event_RequestResubmitted");
    approvals.awaitChainAt(OTHER, "Event_RequestResubmitted");
    approvals.resubmit(REQUEST);
    approvals.awaitEnd(EXPENSE.process(), REQUEST);
    approvals.awaitChainAt(OTHER, "Event_RequestResubmitted");
    assertThat(approvals.workers().openedAfter()).containsExactly("none", "none", 1);
    assertThat(approvals.workers().told()).containsExactly(REQUEST);
  }

  @Test
  void aRequestCanBeChangedMoreThanOnce() {
    approvals.request(EXPENSE, REQUEST, change(), change(), approved());
    approvals.awaitChainAt(REQUEST, "Event_RequestResubmitted");
    approvals.resubmit(REQUEST);
    await().until(() -> approvals.workers().openedAfter().size() == 2);
    approvals.awaitChainAt(REQUEST, "Event_RequestResubmitted");
    approvals.resubmit(REQUEST);
    approvals.awaitEnd(EXPENSE.process(), REQUEST);
  }

  @Test
  void approversAreRemindedAgainAndAgainAndKeepTheirTasks() {
    begin();
    approvals.advance(REMINDER);
    await().untilAsserted(() -> assertThat(approvals.workers().reminded()).hasSize(1));
    assertThat(approvals.workers().escalated()).isEmpty();
    approvals.advance(REMINDER);
    await().untilAsserted(() -> assertThat(approvals.workers().reminded()).hasSize(2));
    assertTasksAreOpen();
  }

  @Test
  void nobodyIsRemindedBeforeTheTime() {
    begin();
    approvals.advance(REMINDER.minusMinutes(5));
    approvals.withdraw(REQUEST);
    approvals.awaitEnd(EXPENSE.process(), REQUEST);
    assertThat(approvals.workers().reminded()).isEmpty();
  }

  @Test
  void whatIsNotDecidedIsEscalatedAndTheTasksStay() {
    begin();
    approvals.advance(ESCALATION);
    await().untilAsserted(() -> assertThat(approvals.workers().escalated()).hasSize(1));
    await().untilAsserted(() -> assertThat(approvals.workers().reminded()).hasSize(1));
    approvals.advance(ESCALATION);
    await().untilAsserted(() -> assertThat(approvals.workers().escalated()).hasSize(2));
    assertTasksAreOpen();
  }

  @Test
  void nobodyIsRemindedOfAStageThatIsOver() {
    approvals.request(EXPENSE, REQUEST, decide("treasurer"), change());
    approvals.awaitSteps(1);
    approvals.skipSteps(REQUEST);
    approvals.awaitChainAt(REQUEST, "Event_RequestResubmitted");
    approvals.advance(ESCALATION.plus(Duration.ofDays(30)));
    approvals.withdraw(REQUEST);
    approvals.awaitEnd(EXPENSE.process(), REQUEST);
    assertThat(approvals.workers().reminded()).isEmpty();
    assertThat(approvals.workers().escalated()).isEmpty();
  }

  private void begin() {
    approvals.request(EXPENSE, REQUEST, decide("treasurer", "pastor"));
    approvals.awaitSteps(2);
  }

  private void assertTasksAreOpen() {
    approvals.awaitSteps(2);
    assertThat(approvals.records().tasksCanceled("Task_DecideStep")).isEmpty();
    approvals.await(CHAIN, REQUEST, chain -> chain.isWaitingExactlyAtElements("Task_DecideStep"));
  }
}
