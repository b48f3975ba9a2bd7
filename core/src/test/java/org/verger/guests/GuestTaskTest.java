package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.messages.Channel;
import org.verger.messages.DeliveryOutcome;
import org.verger.messages.SuppressionReason;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;

class GuestTaskTest extends GuestTest {

  @Autowired RecordCallOutcome recordCallOutcome;
  @Autowired AnswerReply answerReply;
  @Autowired PlanDiscipleship planDiscipleship;
  @Autowired RecordDecision recordDecision;
  @Autowired SendFollowUpMessage sendFollowUpMessage;

  private PersonId leader;
  private CandidateGroup group;
  private GuestId guest;

  @BeforeEach
  void aGuestAndALeader() {
    leader = tree.holder(Role.GROUP_LEADER, tree.groupA().id());
    group = new CandidateGroup(Role.GROUP_LEADER, tree.groupA().id());
    guest = register();
  }

  @Test
  void aCallThatReachesTheGuestConnects() {
    GuestTask task = task(leader);
    assertThat(call(task, CallOutcome.REACHED)).isTrue();
    assertThat(stage(guest)).isEqualTo("connected");
    assertThat(commands(guest))
        .last()
        .asString()
        .contains("complete-user-task", String.valueOf(task.key()), "\"callOutcome\": \"reached\"")
        .doesNotContain("Friendly");
    assertThat(view(guest).timeline())
        .extracting(GuestView.TimelineEntry::title)
        .contains("Personal call, Daniel Okafor");
    assertThat(view(guest).next())
        .extracting(GuestView.NextStep::what)
        .noneMatch(what -> what.startsWith("Personal call"));
  }

  @Test
  void aTaskThatIsDecidedTwiceIsDoneOnce() {
    GuestTask task = task(leader);
    call(task, CallOutcome.NO_ANSWER);
    int before = commands(guest).size();
    assertThat(call(task, CallOutcome.REACHED)).isFalse();
    assertThat(stage(guest)).isEqualTo("new");
    assertThat(commands(guest)).hasSize(before);
  }

  @Test
  void aTaskOfOthersCannotBeDecidedExceptByAnAdmin() {
    PersonId other = tree.holder(Role.GROUP_LEADER, tree.groupB().id());
    PersonId admin = tree.holder(Role.ADMIN, tree.nation().id());
    GuestTask task = task(other);
    assertThatThrownBy(() -> call(task, CallOutcome.REACHED))
        .isInstanceOf(NotAllowedException.class)
        .hasMessageContaining("group-leader");
    assertThat(commands(guest)).hasSize(1);
    assertThat(call(new GuestTask(task.key(), guest, admin, task.groups()), CallOutcome.REACHED))
        .isTrue();
  }

  @Test
  void aWrongNumberIsWrittenToNoMore() {
    call(task(leader), CallOutcome.WRONG_NUMBER);
    assertThat(church.call(() -> sendFollowUpMessage.send(guest, "guest-missed-call", Channel.SMS)))
        .isEqualTo(new DeliveryOutcome.Suppressed(SuppressionReason.SUPPRESSION_LIST));
  }

  @Test
  void theMissedCallMessageNamesWhoCalled() {
    call(task(leader), CallOutcome.NO_ANSWER);
    church.run(() -> sendFollowUpMessage.send(guest, "guest-missed-call", Channel.SMS));
    assertThat(
            church.count("SELECT count(*) FROM sandbox_message WHERE body LIKE '%Daniel Okafor%'"))
        .isEqualTo(1);
  }

  @Test
  void anAnsweredReplyIsKept() {
    assertThat(church.call(() -> answerReply.answered(task(leader), "Called back"))).isTrue();
    assertThat(view(guest).timeline())
        .extracting(GuestView.TimelineEntry::kind)
        .contains("reply-answered");
  }

  @Test
  void plannedDiscipleshipMovesAGuestWhoDecidedOn() {
    church.run(() -> recordDecision.record(guest, DecisionKind.SALVATION, null, null));
    assertThat(church.call(() -> planDiscipleship.plan(task(leader), null))).isTrue();
    assertThat(stage(guest)).isEqualTo("in-discipleship");
  }

  @Test
  void whoDecidesForMembershipInDiscipleshipBecomesAMember() {
    decide(DecisionKind.MEMBERSHIP);
    assertThat(stage(guest)).isEqualTo("decided");
    church.call(() -> planDiscipleship.plan(task(leader), null));
    decide(DecisionKind.BAPTISM);
    assertThat(stage(guest)).isEqualTo("in-discipleship");
    decide(DecisionKind.MEMBERSHIP);
    assertThat(stage(guest)).isEqualTo("member");
    assertThat(view(guest).timeline())
        .filteredOn(entry -> entry.kind().equals("stage"))
        .first()
        .satisfies(
            entry -> {
              assertThat(entry.title()).isEqualTo("Member");
              assertThat(entry.cause()).isEqualTo("decision");
              assertThat(entry.at()).isEqualTo(view(guest).stageSince());
            });
    assertPublished(guest, "guest-decided", 1);
  }

  private void decide(DecisionKind kind) {
    church.run(() -> recordDecision.record(guest, kind, null, null));
  }

  private boolean call(GuestTask task, CallOutcome outcome) {
    return church.call(() -> recordCallOutcome.record(task, outcome, "Friendly"));
  }

  private GuestTask task(PersonId by) {
    return new GuestTask(newTaskKey(), guest, by, Set.of(group));
  }
}
