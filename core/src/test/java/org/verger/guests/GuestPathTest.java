package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.messages.Channel;
import org.verger.messages.DeliveryOutcome;
import org.verger.messages.InboundMessage;
import org.verger.messages.MessageReceived;
import org.verger.messages.ReceiveMessage;
import org.verger.messages.StopList;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;

class GuestPathTest extends GuestTest {

  @Autowired RecordReply recordReply;
  @Autowired RecordVisit recordVisit;
  @Autowired RecordDecision recordDecision;
  @Autowired OptOut optOut;
  @Autowired LeaveFunnel leaveFunnel;
  @Autowired CloseFollowUp closeFollowUp;
  @Autowired SendFollowUpMessage sendFollowUpMessage;
  @Autowired ReceiveMessage receiveMessage;
  @Autowired StopList stopList;

  @Test
  void aReplyConnectsAndAsksForAnAnswer() {
    GuestId guest = register();
    receive("Thank you, I would love to come");
    assertThat(stage(guest)).isEqualTo("connected");
    assertPublished(guest, "guest-replied", 1);
    assertThat(view(guest).timeline())
        .anySatisfy(
            entry -> {
              assertThat(entry.kind()).isEqualTo("reply");
              assertThat(entry.detail()).isEqualTo("Thank you, I would love to come");
            });
  }

  @Test
  void theSameInboundMessageCountsOnce() {
    GuestId guest = register();
    for (int i = 0; i < 2; i++) {
      church.run(
          () -> receiveMessage.receive(new InboundMessage(Channel.SMS, PHONE, "Hello", "SM1")));
    }
    assertPublished(guest, "guest-replied", 1);
  }

  @Test
  void aSecondVisitConnectsAndBringsTheInvitationForward() {
    GuestId guest = register();
    church.run(() -> recordVisit.record(guest, "Sat in front", null));
    assertThat(stage(guest)).isEqualTo("connected");
    assertPublished(guest, "guest-returned", 1);
  }

  @Test
  void aDecisionIsKeptAndEndsTheMessages() {
    GuestId guest = register();
    church.run(() -> recordDecision.record(guest, DecisionKind.BAPTISM, null, null));
    church.run(() -> recordDecision.record(guest, DecisionKind.MEMBERSHIP, null, null));
    assertThat(stage(guest)).isEqualTo("decided");
    assertPublished(guest, "guest-decided", 1);
    assertThat(church.count("SELECT count(*) FROM guest_decision")).isEqualTo(2);
    assertThat(view(guest).next()).isEmpty();
  }

  @Test
  void whatAGuestDecidedIsNoBusinessOfTheEngine() {
    GuestId guest = register();
    church.run(() -> recordDecision.record(guest, DecisionKind.SALVATION, "At the altar", null));
    assertThat(commands(guest)).last().asString().contains("guest-decided");
    assertThat(commands(guest)).noneMatch(command -> command.matches("(?s).*(salvation|altar).*"));
  }

  @Test
  void stopEndsEverythingAtOnce() {
    GuestId guest = register();
    assertThat(receive("Stop!")).isEqualTo(MessageReceived.Kind.STOP);
    assertThat(stage(guest)).isEqualTo("opted-out");
    assertThat(commands(guest)).last().asString().contains("guest-left", "optedOut");
    assertThat(send(guest, "guest-thank-you")).isInstanceOf(DeliveryOutcome.Suppressed.class);
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isZero();
    assertPublished(guest, "guest-replied", 0);
  }

  @Test
  void whoOptedOutAndRepliesStaysOptedOutUntilStart() {
    GuestId guest = register();
    receive("STOP");
    receive("Why did you write?");
    assertThat(stage(guest)).isEqualTo("opted-out");
    receive("START");
    assertThat(stage(guest)).isEqualTo("connected");
    assertThat(church.call(() -> stopList.contains(PHONE))).isFalse();
  }

  @Test
  void helpIsAnsweredEvenAfterStopAndInTheNight() {
    register();
    receive("STOP");
    moveToHour(23);
    assertThat(receive("help")).isEqualTo(MessageReceived.Kind.HELP);
    assertThat(church.count("SELECT count(*) FROM sandbox_message WHERE key LIKE 'help/%'"))
        .isEqualTo(1);
  }

  @Test
  void optingOutByOtherMeansStopsAllAddresses() {
    GuestId guest = register();
    church.run(() -> optOut.optOut(guest, null, null));
    assertThat(stage(guest)).isEqualTo("opted-out");
    assertThat(church.call(() -> stopList.contains(PHONE))).isTrue();
    assertThat(church.call(() -> stopList.contains(EMAIL))).isTrue();
    assertPublished(guest, "guest-left", 1);
  }

  @Test
  void whoMovesAwayLeavesAndADuplicateDoesNotComeBack() {
    GuestId guest = register();
    church.run(() -> leaveFunnel.leave(guest, Exit.MOVED_AWAY, "To Lagos", null));
    assertThat(stage(guest)).isEqualTo("moved-away");
    assertThat(commands(guest)).last().asString().contains("movedAway");
    church.run(() -> leaveFunnel.leave(guest, Exit.DUPLICATE, null, null));
    assertThatThrownBy(
            () -> church.run(() -> leaveFunnel.leave(guest, Exit.MOVED_AWAY, null, null)))
        .isInstanceOf(IllegalStageChangeException.class)
        .hasMessageContaining("Duplicate");
    assertThat(stage(guest)).isEqualTo("duplicate");
  }

  @Test
  void theFirstMessageThatGoesOutMakesANewGuestAContactedOne() {
    GuestId guest = register();
    assertThat(send(guest, "guest-thank-you")).isInstanceOf(DeliveryOutcome.Sent.class);
    assertThat(send(guest, "guest-thank-you")).isInstanceOf(DeliveryOutcome.Sent.class);
    assertThat(stage(guest)).isEqualTo("contacted");
    assertThat(church.count("SELECT count(*) FROM guest_stage_change")).isEqualTo(2);
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isEqualTo(1);
  }

  @Test
  void aMessageThatIsHeldContactsNobodyYet() {
    GuestId guest = register();
    moveToHour(22);
    assertThat(send(guest, "guest-invitation")).isInstanceOf(DeliveryOutcome.Held.class);
    assertThat(stage(guest)).isEqualTo("new");
    assertThat(view(guest).next())
        .filteredOn(step -> step.what().startsWith("Invitation"))
        .singleElement()
        .satisfies(step -> assertThat(step.at()).isAfter(clock.instant()));
  }

  @Test
  void everyDefaultTemplateCanBeSent() {
    GuestId guest = register();
    for (String template :
        new String[] {
          "guest-thank-you", "guest-invitation", "guest-check-in", "guest-missed-call"
        }) {
      assertThat(send(guest, template)).isInstanceOf(DeliveryOutcome.Sent.class);
    }
    assertThat(church.call(() -> sendFollowUpMessage.send(guest, "guest-welcome", Channel.EMAIL)))
        .isInstanceOf(DeliveryOutcome.Sent.class);
    assertThat(church.count("SELECT count(*) FROM sandbox_message WHERE body LIKE '%{{%'"))
        .isZero();
  }

  @Test
  void whatComesNextIsWhatWasNotDoneYet() {
    GuestId guest = register();
    assertThat(view(guest).next()).hasSize(7);
    send(guest, "guest-thank-you");
    assertThat(view(guest).next())
        .hasSize(6)
        .extracting(GuestView.NextStep::what)
        .startsWith("Welcome e-mail")
        .endsWith("End of the follow-up");
  }

  @Test
  void aGuestWhoGaveNoSignIsUnreachableAtTheEnd() {
    GuestId guest = register();
    send(guest, "guest-thank-you");
    church.run(() -> closeFollowUp.close(guest, null));
    church.run(() -> closeFollowUp.close(guest, null));
    assertThat(stage(guest)).isEqualTo("unreachable");
    assertThat(view(guest).next()).isEmpty();
    assertThat(church.count("SELECT count(*) FROM guest_activity WHERE kind = 'follow-up-closed'"))
        .isEqualTo(1);
  }

  @Test
  void aGuestWhoRepliedStaysConnectedAtTheEnd() {
    GuestId guest = register();
    receive("Hello");
    church.run(() -> closeFollowUp.close(guest, null));
    assertThat(stage(guest)).isEqualTo("connected");
  }

  @Test
  void aReplyAfterTheEndAsksForAnAnswerToo() {
    GuestId guest = register();
    church.run(() -> closeFollowUp.close(guest, null));
    receive("I am back");
    assertThat(stage(guest)).isEqualTo("connected");
    assertPublished(guest, "guest-replied", 1);
  }

  @Test
  void aDecisionAfterTheEndAsksForAPlanToo() {
    GuestId guest = register();
    church.run(() -> closeFollowUp.close(guest, null));
    church.run(() -> recordDecision.record(guest, DecisionKind.SALVATION, null, null));
    assertThat(stage(guest)).isEqualTo("decided");
    assertPublished(guest, "guest-decided", 1);
  }

  @Test
  void aVisitAfterTheEndInvitesNobody() {
    GuestId guest = register();
    church.run(() -> closeFollowUp.close(guest, null));
    church.run(() -> recordVisit.record(guest, null, null));
    assertPublished(guest, "guest-returned", 0);
  }

  @Test
  void leavingEndsWhatBeganBeforeItAndNothingThatBeginsAfterwards() {
    GuestId guest = register();
    receive("Hello");
    receive("STOP");
    receive("Why did you write?");
    church.run(() -> leaveFunnel.leave(guest, Exit.MOVED_AWAY, null, null));
    church.run(() -> recordDecision.record(guest, DecisionKind.BAPTISM, null, null));
    String first = guest.toString();
    assertThat(told(guest, "guest-left", "correlationKey")).containsExactly(first, first + "/1");
    assertThat(told(guest, "guest-replied", "variables,stayId"))
        .containsExactly(first, first + "/1");
    assertThat(told(guest, "guest-decided", "variables,stayId")).containsExactly(first + "/2");
  }

  @Test
  void nobodyChangesAGuestOutOfReach() {
    GuestId guest = register();
    PersonId stranger = tree.holder(Role.CAMPUS_LEADER, tree.uptown().id());
    PersonId director = tree.holder(Role.NATIONAL_DIRECTOR, tree.nation().id());
    assertThatThrownBy(() -> church.run(() -> recordVisit.record(guest, null, stranger)))
        .isInstanceOf(UnknownGuestException.class);
    church.run(() -> recordVisit.record(guest, null, director));
    assertThat(stage(guest)).isEqualTo("connected");
  }

  private List<String> told(GuestId guest, String message, String path) {
    return jdbc.sql(
            """
            SELECT command #>> string_to_array(?, ',') FROM shared.outbox
            WHERE subject = ? AND command ->> 'name' = ? ORDER BY id
            """)
        .params(path, guest.toString(), message)
        .query(String.class)
        .list();
  }

  private DeliveryOutcome send(GuestId guest, String template) {
    return church.call(() -> sendFollowUpMessage.send(guest, template, Channel.SMS));
  }

  private MessageReceived.Kind receive(String text) {
    return church.call(
        () -> receiveMessage.receive(new InboundMessage(Channel.SMS, PHONE, text, null)));
  }
}
