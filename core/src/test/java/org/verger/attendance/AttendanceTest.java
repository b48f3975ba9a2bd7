package org.verger.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NewPerson;
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

class AttendanceTest extends ChurchTest {

  @Autowired Units units;
  @Autowired People people;
  @Autowired Access access;
  @Autowired Gatherings gatherings;
  @Autowired AddGathering add;
  @Autowired ChangeGathering change;
  @Autowired CountHeads countHeads;
  @Autowired MarkAttendance mark;
  @Autowired WhoWasThere whoWasThere;
  @Autowired AttendanceExport export;

  private Tree tree;
  private PersonId leader;
  private PersonId stranger;
  private LocalDate today;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    stranger = tree.holder(Role.CAMPUS_LEADER, tree.uptown().id());
    today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Chicago"));
  }

  private NewGathering service(Unit unit, LocalDate day, String name) {
    return new NewGathering(
        unit.id().value(), null, null, name, day, LocalTime.of(10, 0), null, null);
  }

  private UUID add(LocalDate day, String name) {
    return church.call(() -> add.add(leader, service(tree.downtown(), day, name)));
  }

  private Gathering read(UUID id) {
    return church.call(() -> gatherings.find(id, Reach.EVERYTHING).orElseThrow());
  }

  private UUID person(String given) {
    return church.call(
        () -> people.create(new NewPerson(given, "Visitor", null, null, "en")).value());
  }

  @Test
  void anOccasionIsWrittenDownOnce() {
    UUID id = add(today, "Sunday service");
    assertThat(read(id).startsAt()).isEqualTo(LocalTime.of(10, 0));
    assertThat(read(id).headcount()).isNull();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> add(today, "sunday SERVICE"));
    UUID other = add(today.minusDays(7), "Sunday service");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                church.run(
                    () ->
                        change.change(
                            leader, other, 1, service(tree.downtown(), today, "Sunday service"))));
    assertThat(read(other).heldOn()).isEqualTo(today.minusDays(7));
  }

  @Test
  void headsAreCountedAndAChangeForAnEarlierVersionIsRefused() {
    UUID id = add(today, "Sunday service");
    church.run(() -> countHeads.count(leader, id, 1, 120));
    assertThat(read(id))
        .extracting(Gathering::headcount, Gathering::version)
        .containsExactly(120, 2);
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> church.run(() -> countHeads.count(leader, id, 1, 90)));
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(
            () ->
                church.run(
                    () -> change.change(leader, id, 1, service(tree.downtown(), today, "Other"))));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> church.run(() -> countHeads.count(leader, id, 2, -1)));
    assertThat(read(id).headcount()).isEqualTo(120);
    assertThat(read(id).name()).isEqualTo("Sunday service");
  }

  @Test
  void peopleAreMarkedOneByOneAndManyAtOnceAndMoreThanWereCounted() {
    UUID id = add(today, "Sunday service");
    church.run(() -> countHeads.count(leader, id, null, 1));
    UUID ana = person("Ana");
    UUID ben = person("Ben");
    UUID cleo = person("Cleo");
    assertThat(church.call(() -> mark.mark(leader, id, List.of(ana), List.of())))
        .isEqualTo(new MarkAttendance.Marked(1, 0));
    assertThat(church.call(() -> mark.mark(leader, id, List.of(ana, ben), List.of(cleo))))
        .isEqualTo(new MarkAttendance.Marked(1, 0));
    assertThat(read(id).morePresentThanCounted()).isTrue();
    assertThat(church.call(() -> mark.mark(leader, id, List.of(cleo), List.of(ana))))
        .isEqualTo(new MarkAttendance.Marked(1, 1));
    assertThat(church.call(() -> whoWasThere.present(id)))
        .extracting(WhoWasThere.Attendee::givenName)
        .containsExactly("Ben", "Cleo");
  }

  @Test
  void oneWhoIsNobodyHereKeepsTheOthersUnmarked() {
    UUID id = add(today, "Sunday service");
    UUID ana = person("Ana");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                church.run(
                    () -> mark.mark(leader, id, List.of(ana, UUID.randomUUID()), List.of())));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> church.run(() -> mark.mark(leader, id, List.of(ana), List.of(ana))));
    assertThat(read(id).present()).isZero();
  }

  @Test
  void thoseOfAnotherUnitSeeAndChangeNothing() {
    UUID id = add(today, "Sunday service");
    UUID ana = person("Ana");
    Reach theirs = church.call(() -> access.reachOf(stranger, Area.EVENTS));
    assertThat(church.call(() -> gatherings.list(GatheringFilter.ALL, theirs, null, 50).items()))
        .isEmpty();
    assertThatExceptionOfType(UnknownGatheringException.class)
        .isThrownBy(() -> church.run(() -> mark.mark(stranger, id, List.of(ana), List.of())));
    assertThatExceptionOfType(UnknownGatheringException.class)
        .isThrownBy(() -> church.run(() -> countHeads.count(stranger, id, null, 3)));
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(
            () -> church.run(() -> add.add(stranger, service(tree.downtown(), today, "Ours"))));
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(
            () ->
                church.run(
                    () ->
                        change.change(
                            leader, id, 1, service(tree.uptown(), today, "Sunday service"))));
    List<List<?>> rows = new ArrayList<>();
    church.run(() -> mark.mark(leader, id, List.of(ana), List.of()));
    church.run(() -> export.write(Map.of(), stranger, rows::add));
    assertThat(rows).isEmpty();
    church.run(() -> export.write(Map.of(), leader, rows::add));
    assertThat(rows).singleElement().asString().contains("Ana").contains(today.toString());
    assertThat(read(id))
        .extracting(Gathering::headcount, Gathering::present)
        .containsExactly(null, 1L);
  }

  @Test
  void pagesShowEachGatheringOnceWhileOthersAreAdded() {
    Set<UUID> before = new HashSet<>();
    for (int i = 0; i < 9; i++) {
      before.add(add(today.minusDays(i % 3), "Meeting " + i));
    }
    List<UUID> seen = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      String from = cursor;
      Page<Gathering> page =
          church.call(() -> gatherings.list(GatheringFilter.ALL, Reach.EVERYTHING, from, 2));
      page.items().forEach(one -> seen.add(one.id()));
      add(today, "Added " + seen.size());
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void thoseWhoComeUsuallyAreOfferedUntilTheyAreMarked() {
    UUID ana = person("Ana");
    UUID last = add(today.minusDays(7), "Sunday service");
    church.run(() -> mark.mark(leader, last, List.of(ana), List.of()));
    Gathering now = read(add(today, "Sunday service"));
    assertThat(church.call(() -> whoWasThere.offered(now, null)))
        .extracting(WhoWasThere.Attendee::id)
        .containsExactly(ana);
    assertThat(church.call(() -> whoWasThere.offered(now, "okafor"))).hasSize(2);
    church.run(() -> mark.mark(leader, now.id(), List.of(ana), List.of()));
    assertThat(church.call(() -> whoWasThere.offered(now, null))).isEmpty();
  }
}
