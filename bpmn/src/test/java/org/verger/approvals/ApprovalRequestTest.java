package org.verger.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.approvals.ApprovalEngine.CHAIN;
import static org.verger.approvals.StageAnswers.approved;
import static org.verger.approvals.StageAnswers.change;
import static org.verger.approvals.StageAnswers.decide;
import static org.verger.approvals.StageAnswers.over;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ZeebeProcessTest
class ApprovalRequestTest {

  private static final String REQUEST = "request-1";

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

  @ParameterizedTest
  @EnumSource
  void whatAllSaidYesToIsDoneAndTheRequesterIsTold(RequestKind kind) {
    approvals.request(kind, REQUEST, approved());
    approvals.awaitEnd(kind.process(), REQUEST);
    assertThat(approvals.workers().executed()).containsExactly(kind.execution());
    assertThat(approvals.workers().told()).containsExactly(REQUEST);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasDeclinedIsNotDoneAndTheRequesterIsTold(RequestKind kind) {
    approvals.request(kind, REQUEST, over());
    approvals.awaitEnd(kind.process(), REQUEST);
    assertThat(approvals.workers().executed()).isEmpty();
    assertThat(approvals.workers().told()).containsExactly(REQUEST);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheRecordsDoNotNameIsNotDone(RequestKind kind) {
    approvals.request(kind, REQUEST, Map.of());
    approvals.awaitEnd(kind.process(), REQUEST);
    assertThat(approvals.workers().executed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatIsWithdrawnEndsWithAllItsTasks(RequestKind kind) {
    approvals.request(kind, REQUEST, decide("treasurer", "pastor"));
    approvals.awaitSteps(2);
    approvals.withdraw(REQUEST);
    assertEndedWithoutAnEffect(kind);
    assertThat(approvals.records().tasksCanceled("Task_DecideStep")).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aRequestCanBeWithdrawnInsteadOfChanged(RequestKind kind) {
    approvals.request(kind, REQUEST, change());
    approvals.awaitChainAt(REQUEST, "Event_RequestResubmitted");
    approvals.withdraw(REQUEST);
    assertEndedWithoutAnEffect(kind);
  }

  private void assertEndedWithoutAnEffect(RequestKind kind) {
    approvals.await(
        kind.process(),
        REQUEST,
        request -> request.isCompleted().hasPassedElement("EndEvent_RequestWithdrawn"));
    approvals.await(CHAIN, REQUEST, ProcessInstanceAssert::isTerminated);
    assertThat(approvals.workers().executed()).isEmpty();
    assertThat(approvals.workers().told()).isEmpty();
  }
}
