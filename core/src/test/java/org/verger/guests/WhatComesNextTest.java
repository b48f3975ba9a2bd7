package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.messages.Channel;

class WhatComesNextTest extends GuestTest {

  @Autowired UpcomingSteps upcomingSteps;
  @Autowired RecordVisit recordVisit;
  @Autowired SendFollowUpMessage sendFollowUpMessage;

  @Test
  void aCallThatIsOverdueIsNotStillToCome() {
    GuestId guest = register();
    assertThat(calls(guest)).containsExactly("is due", "goes to the leader");
    advance(Duration.ofHours(25));
    assertThat(calls(guest)).containsExactly("goes to the leader");
    advance(Duration.ofHours(24));
    assertThat(calls(guest)).isEmpty();
  }

  @Test
  void theBoardAnnouncesNoInvitationThatASecondVisitHasBrought() {
    GuestId guest = register();
    church.run(() -> recordVisit.record(guest, null, null));
    send(guest, "guest-invitation");
    advance(Duration.ofDays(2));
    assertThat(next(guest).what()).isEqualTo("Check-in");
  }

  @Test
  void theBoardAnnouncesWhatWasNotSentYet() {
    GuestId guest = register();
    assertThat(next(guest).what()).isEqualTo("Welcome e-mail");
    advance(Duration.ofDays(2));
    assertThat(next(guest).what()).isEqualTo("Invitation");
    advance(Duration.ofDays(21));
    assertThat(next(guest).what()).isEqualTo("End of follow-up");
    advance(Duration.ofDays(13));
    assertThat(upcoming(guest)).isEmpty();
  }

  @Test
  void theBoardAnnouncesAHeldMessageForTheEndOfQuietHours() {
    GuestId guest = register();
    moveToHour(22);
    send(guest, "guest-invitation");
    assertThat(next(guest).what()).isEqualTo("Invitation");
    assertThat(next(guest).at().atZone(ZoneId.of("America/Chicago")).getHour()).isEqualTo(8);
  }

  private List<String> calls(GuestId guest) {
    return view(guest).next().stream()
        .map(GuestView.NextStep::what)
        .filter(what -> what.startsWith("Personal call "))
        .map(what -> what.substring("Personal call ".length()))
        .toList();
  }

  private UpcomingSteps.Step next(GuestId guest) {
    Map<String, UpcomingSteps.Step> next = upcoming(guest);
    assertThat(next).containsOnlyKeys(guest.toString());
    return next.values().iterator().next();
  }

  private Map<String, UpcomingSteps.Step> upcoming(GuestId guest) {
    return church.call(() -> upcomingSteps.of(List.of(guest.toString())));
  }

  private void send(GuestId guest, String template) {
    church.run(() -> sendFollowUpMessage.send(guest, template, Channel.SMS));
  }
}
