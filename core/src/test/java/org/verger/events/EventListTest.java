package org.verger.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.approvals.RequestId;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.paging.Page;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.validation.Parameters;

class EventListTest extends ChurchTest {

  @Autowired Units units;
  @Autowired People people;
  @Autowired Access access;
  @Autowired Events events;
  @Autowired EventList list;
  @Autowired ChangeEvent change;
  @Autowired ProposeEvent propose;
  @Autowired EventsExport export;

  private Tree tree;
  private PersonId leader;
  private PersonId stranger;
  private Instant now;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    tree.holder(Role.REGIONAL_DIRECTOR, tree.north().id());
    leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    stranger = tree.holder(Role.CAMPUS_LEADER, tree.uptown().id());
    now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
  }

  private UUID published(Unit unit, String title, int inDays) {
    UUID id = UUID.randomUUID();
    Instant starts = now.plus(Duration.ofDays(inDays));
    church.update(
        """
        INSERT INTO event (id, unit_id, title, starts_at, ends_at, published_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        id,
        unit.id().value(),
        title,
        Timestamp.from(starts),
        Timestamp.from(starts.plusSeconds(3600)),
        Timestamp.from(now));
    return id;
  }

  private ProposeEvent.Wanted supper() {
    Instant starts = now.plus(Duration.ofDays(3));
    return new ProposeEvent.Wanted(
        tree.groupA().id(), "Supper", null, "The hall", starts, starts.plusSeconds(3600));
  }

  private static ChangeEvent.Wanted wanted(String title, Instant starts) {
    return new ChangeEvent.Wanted(title, null, null, starts, starts.plusSeconds(60));
  }

  private List<String> titles(PersonId who, Map<String, String> filter) {
    return church.call(
        () ->
            list
                .list(
                    EventFilter.of(new Parameters(filter)),
                    access.reachOf(who, Area.EVENTS),
                    null,
                    50)
                .items()
                .stream()
                .map(Event::title)
                .toList());
  }

  @Test
  void everybodySeesWhatIsPublishedAndOnlyThoseWithASayWhatIsProposed() {
    published(tree.south(), "Past", -5);
    published(tree.south(), "Far", 40);
    published(tree.groupB(), "Near", 2);
    RequestId request = church.call(() -> propose.propose(leader, supper()));
    assertThat(titles(stranger, Map.of())).containsExactly("Near", "Far");
    assertThat(titles(leader, Map.of("published", "no"))).containsExactly("Supper");
    assertThat(titles(stranger, Map.of("published", "no"))).isEmpty();
    String north = tree.north().id().toString();
    assertThat(titles(leader, Map.of("unit", north, "published", "all")))
        .containsExactly("Near", "Supper");
    String before = now.minus(Duration.ofDays(1)).toString().substring(0, 10);
    assertThat(titles(leader, Map.of("to", before))).containsExactly("Past");
    List<List<?>> rows = new ArrayList<>();
    church.run(() -> export.write(Map.of("published", "all"), stranger, rows::add));
    assertThat(rows).hasSize(2).allMatch(row -> row.size() == export.columns().size());
    church.run(() -> church.transactions().executeWithoutResult(open -> events.publish(request)));
    assertThat(titles(stranger, Map.of())).containsExactly("Near", "Supper", "Far");
  }

  @Test
  void aPublishedEventIsChangedByThoseWithASayThere() {
    UUID id = published(tree.groupA(), "Picnic", 5);
    Instant starts = now.plus(Duration.ofDays(6));
    church.run(() -> change.change(leader, id, 1, wanted("Picnic by the lake", starts)));
    Event event = church.call(() -> list.find(id, Reach.EVERYTHING).orElseThrow());
    assertThat(event.title()).isEqualTo("Picnic by the lake");
    assertThat(event.startsAt()).isEqualTo(starts);
    assertThat(event.version()).isEqualTo(2);
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> church.run(() -> change.change(leader, id, 1, wanted("Late", starts))));
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> church.run(() -> change.change(stranger, id, 2, wanted("Ours", starts))));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                church.run(
                    () ->
                        change.change(
                            leader,
                            id,
                            2,
                            new ChangeEvent.Wanted(" ", null, null, starts, starts))))
        .satisfies(
            invalid ->
                assertThat(invalid.errors())
                    .extracting(InvalidInputException.FieldError::field)
                    .containsExactly("title", "endsAt"));
    assertThat(church.call(() -> list.find(id, Reach.EVERYTHING))).contains(event);
  }

  @Test
  void whatPeopleStillDecideOnIsChangedByItsRequestOnly() {
    RequestId request = church.call(() -> propose.propose(leader, supper()));
    UUID id = church.call(() -> events.proposedBy(request).orElseThrow().id());
    assertThatExceptionOfType(EventProposedException.class)
        .isThrownBy(() -> church.run(() -> change.change(leader, id, null, wanted("Feast", now))));
    assertThatExceptionOfType(UnknownEventException.class)
        .isThrownBy(
            () -> church.run(() -> change.change(stranger, id, null, wanted("Feast", now))));
    assertThat(church.call(() -> events.proposedBy(request).orElseThrow().title()))
        .isEqualTo("Supper");
  }

  @Test
  void pagesShowEachEventOnceWhileOthersAreAdded() {
    List<UUID> before = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      before.add(published(tree.south(), "Event " + i, 1 + i % 2));
    }
    List<UUID> seen = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      String from = cursor;
      Page<Event> page =
          church.call(() -> list.list(EventFilter.TO_COME, Reach.EVERYTHING, from, 2));
      page.items().forEach(one -> seen.add(one.id()));
      if (seen.size() < 20) {
        published(tree.south(), "Added", 1);
      }
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
  }
}
