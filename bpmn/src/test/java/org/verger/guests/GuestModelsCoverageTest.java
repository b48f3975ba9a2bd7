package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.guests.FollowUpEngine.DISCIPLESHIP;
import static org.verger.guests.FollowUpEngine.FOLLOW_UP;
import static org.verger.guests.FollowUpEngine.REPLY;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.verger.engine.ModelParts;

@ZeebeProcessTest
class GuestModelsCoverageTest {

  /** The engine of this test has no REST, and a user task is completed by REST only. */
  private static final Set<String> AFTER_A_PERSON =
      Set.of(
          "guest-follow-up Flow_GuestCalled",
          "guest-follow-up Flow_GuestCalledByLeader",
          "guest-reply Flow_ReplyAnswered",
          "guest-reply EndEvent_ReplyAnswered",
          "guest-reply Flow_NextReplyAnswered",
          "guest-reply EndEvent_NextReplyAnswered",
          "guest-discipleship Flow_DiscipleshipPlanned",
          "guest-discipleship EndEvent_DiscipleshipPlanned");

  private ZeebeTestEngine engine;

  @Test
  void everythingInTheModelsCanHappen() {
    try (FollowUpEngine followUps = new FollowUpEngine(engine)) {
      followUps.workers().work();
      callsEndInEachWay(followUps);
      oneDecidesAndOneLeaves(followUps);
      oneIsFollowedUpToTheEnd(followUps);
      assertThat(
              ModelParts.missed(
                  followUps.records(), "guests", Set.of(FOLLOW_UP, REPLY, DISCIPLESHIP)))
          .isEqualTo(AFTER_A_PERSON);
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
    followUps.happens("guest-decided", "deciding");
    followUps.awaitEnd("deciding");
    followUps.await(
        DISCIPLESHIP, "deciding", it -> it.isWaitingAtElements("Task_PlanDiscipleship"));
    followUps.leaves("deciding", "deciding", "movedAway");
    followUps.await(DISCIPLESHIP, "deciding", ProcessInstanceAssert::isCompleted);
    followUps.register("leaving", Instant.now());
    followUps.happens("guest-replied", "leaving");
    followUps.happens("guest-replied", "leaving");
    followUps.await(
        REPLY, "leaving", it -> it.isWaitingAtElements("Task_AnswerReply", "Task_AnswerNextReply"));
    followUps.leaves("leaving", "leaving", "optedOut");
    followUps.awaitEnd("leaving");
    followUps.await(REPLY, "leaving", ProcessInstanceAssert::isCompleted);
  }

  private static void oneIsFollowedUpToTheEnd(FollowUpEngine followUps) {
    followUps.register("silent", Instant.now());
    followUps.publish("guest-returned", "silent");
    followUps.awaitAt("silent", "Task_CallGuest", "Event_WelcomeDue");
    followUps.awaitFollowUpOf("silent", it -> it.hasPassedElement("EndEvent_InvitationSent"));
    followUps.advance(FollowUpDates.ESCALATION);
    followUps.awaitAt("silent", "Task_CallGuestAsLeader");
    followUps.advance(FollowUpDates.CLOSE);
    followUps.awaitEnd("silent");
  }
}
