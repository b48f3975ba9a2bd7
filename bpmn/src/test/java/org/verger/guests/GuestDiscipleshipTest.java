package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.guests.FollowUpDates.CLOSE;
import static org.verger.guests.FollowUpEngine.DISCIPLESHIP;
import static org.verger.guests.FollowUpWorkers.LEADERS;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ZeebeProcessTest
class GuestDiscipleshipTest {

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
  void aDecisionIsATaskForTheLeadersAlsoWithoutAFollowUp() {
    processes.happens("guest-decided", GUEST);
    awaitPlanning();
    assertThat(processes.awaitTask("Task_PlanDiscipleship").getCandidateGroupsList())
        .containsExactly(LEADERS);
  }

  @Test
  void aDecisionDuringTheFollowUpIsOneTaskWithoutAnEndDate() {
    processes.register(GUEST, Instant.now());
    processes.happens("guest-decided", GUEST);
    processes.awaitEnd(GUEST);
    processes.advance(CLOSE);
    awaitPlanning();
    processes.awaitTask("Task_PlanDiscipleship");
  }

  @Test
  void whoLeavesAfterTheDecisionIsNotPlannedFor() {
    processes.happens("guest-decided", GUEST);
    awaitPlanning();
    processes.leaves(GUEST, GUEST, "movedAway");
    processes.await(DISCIPLESHIP, GUEST, ProcessInstanceAssert::isCompleted);
    assertThat(processes.records().tasksCanceled("Task_PlanDiscipleship")).hasSize(1);
  }

  @Test
  void whoLeftBeforeIsPlannedForUntilLeavingAgain() {
    processes.leaves(GUEST, GUEST, "movedAway");
    processes.happens("guest-decided", GUEST, LATER);
    awaitPlanning();
    processes.leaves(GUEST, LATER, "movedAway");
    processes.await(DISCIPLESHIP, GUEST, ProcessInstanceAssert::isCompleted);
  }

  private void awaitPlanning() {
    processes.await(
        DISCIPLESHIP, GUEST, it -> it.isWaitingExactlyAtElements("Task_PlanDiscipleship"));
  }
}
