package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.verger.guests.FollowUpDates.CLOSE;
import static org.verger.guests.FollowUpEngine.DISCIPLESHIP;
import static org.verger.guests.FollowUpEngine.REPLY;
import static org.verger.guests.FollowUpWorkers.CALLERS;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ZeebeProcessTest
class GuestReplyTest {

  private static final String GUEST = "guest-1";
  private static final String LATER = "guest-1/1";

  private ZeebeTestEngine engine;
  private FollowUpEngine processes;

  @BeforeEach
  void work() {
    processes = new FollowUpEngine(engine);
    processes.workers().work();
  }

  @AfterEach
  void stopWorking() {
    processes.close();
  }

  @Test
  void aReplyIsATaskForTheCallersAlsoWithoutAFollowUp() {
    processes.happens("guest-replied", GUEST);
    awaitAt("Task_AnswerReply");
    assertThat(processes.awaitTask("Task_AnswerReply").getCandidateGroupsList())
        .containsExactly(CALLERS);
  }

  @Test
  void eachReplyIsATaskOfItsOwn() {
    for (int i = 0; i < 3; i++) {
      processes.happens("guest-replied", GUEST);
    }
    await().until(() -> processes.records().tasksCreated("Task_AnswerNextReply").size() == 2);
    assertThat(processes.records().tasksCreated("Task_AnswerNextReply"))
        .allSatisfy(task -> assertThat(task.getCandidateGroupsList()).containsExactly(CALLERS));
    processes.awaitTask("Task_AnswerReply");
    awaitAt("Task_AnswerReply", "Task_AnswerNextReply");
  }

  @Test
  void theTaskStaysWhenTheFollowUpEnds() {
    processes.register(GUEST, Instant.now());
    processes.happens("guest-replied", GUEST);
    awaitAt("Task_AnswerReply");
    processes.awaitAt(GUEST, "Task_CallGuest", "Event_WelcomeDue");
    processes.advance(CLOSE);
    processes.awaitEnd(GUEST);
    awaitAt("Task_AnswerReply");
  }

  @Test
  void aGuestWhoDecidesIsStillAnswered() {
    processes.happens("guest-replied", GUEST);
    processes.happens("guest-decided", GUEST);
    processes.happens("guest-replied", GUEST);
    processes.await(DISCIPLESHIP, GUEST, it -> it.isWaitingAtElements("Task_PlanDiscipleship"));
    awaitAt("Task_AnswerReply", "Task_AnswerNextReply");
  }

  @Test
  void aGuestWhoLeavesIsNotAnsweredAnyMore() {
    processes.happens("guest-replied", GUEST);
    processes.happens("guest-replied", GUEST);
    awaitAt("Task_AnswerReply", "Task_AnswerNextReply");
    processes.leaves(GUEST, GUEST, "optedOut");
    processes.await(REPLY, GUEST, ProcessInstanceAssert::isCompleted);
    assertThat(processes.records().tasksCanceled("Task_AnswerReply")).hasSize(1);
    assertThat(processes.records().tasksCanceled("Task_AnswerNextReply")).hasSize(1);
  }

  @Test
  void whoLeftBeforeIsAnsweredUntilLeavingAgain() {
    processes.leaves(GUEST, GUEST, "optedOut");
    processes.happens("guest-replied", GUEST, LATER);
    awaitAt("Task_AnswerReply");
    processes.leaves(GUEST, LATER, "optedOut");
    processes.await(REPLY, GUEST, ProcessInstanceAssert::isCompleted);
  }

  private void awaitAt(String... elements) {
    processes.await(REPLY, GUEST, it -> it.isWaitingAtElements(elements));
  }
}
