package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@ZeebeProcessTest
class GuestFollowUpCoverageTest {

  /** The engine of this test has no REST, and a user task is completed by REST only. */
  private static final Set<String> AFTER_A_PERSON =
      Set.of(
          "Flow_GuestCalled",
          "Flow_GuestCalledByLeader",
          "Flow_ReplyAnswered",
          "EndEvent_ReplyAnswered",
          "Flow_DiscipleshipPlanned");

  private ZeebeTestEngine engine;

  @Test
  void everythingInTheModelCanHappen() throws IOException {
    try (FollowUpEngine followUps = new FollowUpEngine(engine)) {
      followUps.workers().work();
      callsEndInEachWay(followUps);
      oneDecidesAndOneLeaves(followUps);
      oneIsFollowedUpToTheEnd(followUps);
      Set<String> missed = elementsAndFlows();
      missed.removeAll(followUps.records().visited());
      assertThat(missed).isEqualTo(AFTER_A_PERSON);
    }
  }

  private static void callsEndInEachWay(FollowUpEngine followUps) {
    for (String outcome : Set.of("reached", "noAnswer", "wrongNumber")) {
      followUps.register(outcome, Instant.now());
      followUps.awaitAt(outcome, "Task_CallGuest");
      var variables = Map.<String, Object>of("callOutcome", outcome);
      followUps.skip(outcome, "Task_CallGuest", "Gateway_CallEnded", variables);
      followUps.awaitFollowUpOf(outcome, it -> it.hasPassedElement("Gateway_Reached"));
    }
  }

  private static void oneDecidesAndOneLeaves(FollowUpEngine followUps) {
    followUps.register("deciding", Instant.now());
    followUps.publish("guest-decided", "deciding");
    followUps.awaitAt("deciding", "Task_PlanDiscipleship");
    followUps.register("leaving", Instant.now());
    followUps.publish("guest-left", "leaving", Map.of("exit", "optedOut"));
    followUps.awaitEnd("leaving");
  }

  private static void oneIsFollowedUpToTheEnd(FollowUpEngine followUps) {
    followUps.register("silent", Instant.now());
    followUps.publish("guest-replied", "silent");
    followUps.publish("guest-returned", "silent");
    followUps.awaitAt("silent", "Task_CallGuest", "Task_AnswerReply", "Event_WelcomeDue");
    followUps.awaitFollowUpOf("silent", it -> it.hasPassedElement("EndEvent_InvitationSent"));
    followUps.advance(FollowUpDates.ESCALATION);
    followUps.awaitAt("silent", "Task_CallGuestAsLeader");
    followUps.advance(FollowUpDates.CLOSE);
    followUps.awaitEnd("silent");
  }

  private static Set<String> elementsAndFlows() throws IOException {
    try (InputStream file =
        GuestFollowUpCoverageTest.class.getResourceAsStream("/bpmn/guests/guest-follow-up.bpmn")) {
      return Bpmn.readModelFromStream(file).getModelElementsByType(FlowElement.class).stream()
          .map(FlowElement::getId)
          .collect(Collectors.toSet());
    }
  }
}
