package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.messages.Channel;
import org.verger.messages.MessageEntry;
import org.verger.messages.MessageFilter;
import org.verger.messages.MessageLog;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.Role;
import org.verger.paging.Page;

class GuestQueriesTest extends GuestTest {

  @Autowired GuestBoard guestBoard;
  @Autowired GuestList guestList;
  @Autowired Campaigns campaigns;
  @Autowired Access access;
  @Autowired RecordVisit recordVisit;
  @Autowired MessageLog log;
  @Autowired SendFollowUpMessage sendFollowUpMessage;

  @BeforeEach
  void threeGuestsInEachOfTwoCampuses() {
    church.run(
        () -> {
          campaigns.save(new Campaigns.Campaign("downtown", "Card", tree.downtown().id()));
          campaigns.save(new Campaigns.Campaign("uptown", "Card", tree.uptown().id()));
        });
    for (int i = 0; i < 6; i++) {
      String phone = "+1312555010" + i;
      String campaign = i % 2 == 0 ? "downtown" : "uptown";
      church.run(
          () ->
              registerGuest.register(
                  new ConnectForm("Ana", "Ruiz", phone, null, null, campaign, null, null)));
      advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void theBoardHasAColumnForEachStageWithItsCountAndTheLatestCards() {
    List<GuestBoard.Column> board =
        church.call(() -> guestBoard.show(null, null, Reach.EVERYTHING, 2));
    assertThat(board).extracting(GuestBoard.Column::stage).containsExactly(Stage.values());
    assertThat(board.getFirst().count()).isEqualTo(6);
    assertThat(board.getFirst().cards())
        .hasSize(2)
        .extracting(GuestCard::unit)
        .containsExactly("Uptown", "Downtown");
    assertThat(board.get(1).count()).isZero();
    assertThat(church.call(() -> guestBoard.show("RUI", "uptown", Reach.EVERYTHING, 2)).getFirst())
        .matches(column -> column.count() == 3 && column.cards().size() == 2);
    assertThat(church.call(() -> guestBoard.show("nobody", null, Reach.EVERYTHING, 2)))
        .allMatch(column -> column.count() == 0);
  }

  @Test
  void nobodySeesGuestsOutOfReach() {
    PersonId leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    Reach reach = church.call(() -> access.reachOf(leader, Area.PEOPLE));
    assertThat(church.call(() -> guestBoard.show(null, null, reach, 10)).getFirst().count())
        .isEqualTo(3);
    Page<GuestCard> seen = list(null, null, 10, reach);
    assertThat(seen.items()).hasSize(3).extracting(GuestCard::unit).containsOnly("Downtown");
    Reach none = new Reach(false, List.of());
    assertThat(list(null, null, 10, none).items()).isEmpty();
    GuestId outside =
        GuestId.parse(list(null, "uptown", 1, Reach.EVERYTHING).items().getFirst().id());
    assertThat(church.call(() -> guestDetails.find(outside, leader))).isEmpty();
    assertThat(church.call(() -> access.reaches(leader, outside.toString()))).isFalse();
  }

  @Test
  void whatWasWrittenToAGuestIsReadByThoseWhoReachTheGuest() {
    for (GuestCard guest : list(null, null, 10, Reach.EVERYTHING).items()) {
      church.run(
          () ->
              sendFollowUpMessage.send(GuestId.parse(guest.id()), "guest-thank-you", Channel.SMS));
    }
    PersonId leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    Reach downtown = church.call(() -> access.reachOf(leader, Area.PEOPLE));
    MessageFilter all = new MessageFilter(null, null, null, null, 50);
    assertThat(church.call(() -> log.list(all, Reach.EVERYTHING)).items()).hasSize(6);
    List<MessageEntry> seen = church.call(() -> log.list(all, downtown)).items();
    assertThat(seen).hasSize(3);
    assertThat(seen)
        .allMatch(entry -> church.call(() -> access.reaches(leader, entry.subjectId())));
    assertThat(church.call(() -> log.list(all, new Reach(false, List.of()))).items()).isEmpty();
  }

  @Test
  void theListIsReadPageByPageWithoutGapOrRepetition() {
    Set<String> seen = new HashSet<>();
    @Nullable String cursor = null;
    int pages = 0;
    do {
      Page<GuestCard> page = list(cursor, null, 4, Reach.EVERYTHING);
      page.items().forEach(card -> assertThat(seen.add(card.id())).isTrue());
      cursor = page.next();
      pages++;
    } while (cursor != null);
    assertThat(seen).hasSize(6);
    assertThat(pages).isEqualTo(2);
  }

  @Test
  void theListCanBeNarrowed() {
    assertThat(list(null, "uptown", 10, Reach.EVERYTHING).items()).hasSize(3);
    GuestList.Filter connected = new GuestList.Filter(Stage.CONNECTED, null, null, null, 10);
    assertThat(church.call(() -> guestList.list(connected, Reach.EVERYTHING)).items()).isEmpty();
    GuestList.Filter named = new GuestList.Filter(null, null, "ana ru", null, 10);
    assertThat(church.call(() -> guestList.list(named, Reach.EVERYTHING)).items()).hasSize(6);
  }

  @Test
  void aCursorThatIsNoneIsRefused() {
    for (String wrong : List.of("x", "x_y", "2026-01-01T00:00:00Z_y")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> list(wrong, null, 10, Reach.EVERYTHING));
    }
  }

  @Test
  void settingsOfTheFollowUpAreTheDefaultsUntilTheyAreChanged(@Autowired FollowUps followUps) {
    assertThat(church.call(followUps::settings)).isEqualTo(FollowUpSettings.DEFAULT);
    FollowUpSettings changed =
        new FollowUpSettings(
            2,
            java.time.LocalTime.of(8, 30),
            Duration.ofHours(12),
            Duration.ofHours(36),
            9,
            20,
            java.time.LocalTime.of(17, 0),
            30,
            tree.uptown().id());
    church.run(() -> followUps.change(changed));
    assertThat(church.call(followUps::settings)).isEqualTo(changed);
    assertThat(view(register()).unit()).isEqualTo("Uptown");
  }

  private Page<GuestCard> list(
      @Nullable String cursor, @Nullable String campaign, int limit, Reach reach) {
    return church.call(
        () -> guestList.list(new GuestList.Filter(null, campaign, null, cursor, limit), reach));
  }
}
