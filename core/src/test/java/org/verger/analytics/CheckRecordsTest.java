package org.verger.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.analytics.RollUp.Outcome;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Units;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;
import org.verger.validation.InvalidInputException;

class CheckRecordsTest extends ChurchTest {

  private static final Scope FIRST_NIGHT = Scope.night(LocalDate.of(2026, 3, 10));
  private static final Scope SECOND_NIGHT = Scope.night(LocalDate.of(2026, 3, 11));

  @Autowired CheckRecords checkRecords;
  @Autowired RollUp rollUp;
  @Autowired ReleaseHold releaseHold;
  @Autowired Findings findings;
  @Autowired BackFill backFill;
  @Autowired ReadFigures readFigures;
  @Autowired Units units;
  @Autowired People people;

  private Tree tree;
  private Records records;
  private PersonId admin;
  private UUID gathering;

  @BeforeEach
  void enterMoreThanWereCounted() {
    tree = Tree.plant(church, units, people);
    records = new Records(church, tree);
    admin = tree.holder(Role.ADMIN, tree.nation().id());
    gathering =
        records.gathering(tree.downtown(), "2026-03-08", 1, records.person(), records.person());
    records.gift(tree.downtown(), "2026-03-08", null, 100, "cash");
  }

  @Test
  void whatIsWrongHoldsItsSubjectAndSaysWhy() {
    assertThat(check(FIRST_NIGHT).findings()).isOne();
    assertThat(next(FIRST_NIGHT, Subject.ATTENDANCE))
        .isEqualTo(
            new Outcome.Held(
                List.of("Gatherings with more people known to be there than were counted: 1")));
    assertThat(next(FIRST_NIGHT, Subject.GIVING)).isEqualTo(new Outcome.RolledUp(1, 0));
    assertThat(records.figures(Subject.ATTENDANCE, tree.nation(), Grain.DAY, "2026-03-08"))
        .isEmpty();
    assertThat(church.call(findings::latest))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.examples()).containsExactly(gathering.toString());
              assertThat(finding.isHolding()).isTrue();
            });
  }

  @Test
  void onceTheRecordIsRightTheNextCheckLetsItThrough() {
    check(FIRST_NIGHT);
    records.run("UPDATE gathering SET headcount = 2 WHERE id = ?", gathering);
    assertThat(check(FIRST_NIGHT).findings()).isZero();
    assertThat(next(FIRST_NIGHT, Subject.ATTENDANCE)).isEqualTo(new Outcome.RolledUp(1, 0));
  }

  @Test
  void whatWasReleasedStaysReleasedUntilSomethingElseIsFound() {
    check(FIRST_NIGHT);
    church.run(() -> releaseHold.release(admin, FIRST_NIGHT, "attendance-above-headcount"));
    check(SECOND_NIGHT);
    assertThat(next(SECOND_NIGHT, Subject.ATTENDANCE)).isInstanceOf(Outcome.RolledUp.class);
    assertThat(
            church.count(
                "SELECT count(*) FROM audit_entry WHERE action = 'analytics-hold-released'"))
        .isOne();
    records.gathering(tree.uptown(), "2026-03-09", 0, records.person());
    check(SECOND_NIGHT);
    assertThat(next(SECOND_NIGHT, Subject.ATTENDANCE)).isInstanceOf(Outcome.Held.class);
    assertThat(church.call(() -> findings.holding(Subject.ATTENDANCE))).hasSize(1);
  }

  @Test
  void aNightWhoseDaysAnotherRunHasTakenIsHeldByNothing() {
    records.gathering(tree.uptown(), "2026-03-08", null);
    check(FIRST_NIGHT);
    records.run("UPDATE gathering SET headcount = 2 WHERE id = ?", gathering);
    check(SECOND_NIGHT);
    assertThat(next(SECOND_NIGHT, Subject.ATTENDANCE)).isEqualTo(new Outcome.RolledUp(1, 0));
    check(FIRST_NIGHT);
    assertThat(next(FIRST_NIGHT, Subject.ATTENDANCE)).isEqualTo(new Outcome.RolledUp(0, 0));
    assertThat(church.call(findings::latest))
        .extracting(Finding::name, Finding::scope)
        .as("what was noted of either night can still be read")
        .containsExactlyInAnyOrder(
            tuple("gatherings-not-counted", FIRST_NIGHT),
            tuple("gatherings-not-counted", SECOND_NIGHT));
  }

  @Test
  void onlyThoseWhoLookAfterTheWholeSystemRelease() {
    check(FIRST_NIGHT);
    PersonId leader = tree.holder(new Role("campus-leader"), tree.downtown().id());
    assertThatThrownBy(
            () ->
                church.run(
                    () -> releaseHold.release(leader, FIRST_NIGHT, "attendance-above-headcount")))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () -> church.run(() -> releaseHold.release(admin, SECOND_NIGHT, "gifts-without-fund")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void everyCheckFindsWhatItIsNamedAfter() {
    PersonId member = tree.holder(new Role("member"), tree.nation().id());
    records.run(
        """
        INSERT INTO contribution (unit_id, amount, currency, given_on, method, created_at)
        SELECT id, 1, 'USD', DATE '2026-03-08', 'cash', now() FROM unit WHERE parent_id IS NULL
        """);
    records.gift(tree.downtown(), "2099-01-01", null, 100, "cash");
    records.gathering(tree.downtown(), "2026-03-01", null);
    records.run(
        """
        WITH ended AS (
          INSERT INTO ministry_group (id, unit_id, name, kind, active, created_at)
          SELECT gen_random_uuid(), id, 'Choir', 'team', false, now() FROM unit LIMIT 1
          RETURNING id)
        INSERT INTO group_member (group_id, person_id, role, since)
        SELECT id, ?, 'member', DATE '2026-03-01' FROM ended
        """,
        member.value());
    records.guest(tree.downtown(), "2026-03-02T18:00:00Z", -5, "contacted");
    records.step(tree.downtown(), "2026-03-02T18:00:00Z", "2026-03-01T18:00:00Z");
    records.message(tree.downtown(), "2026-03-02T18:00:00Z", "sms", 1, "failed");
    records.run(
        "UPDATE message_delivery SET status = 'sending', reason = NULL, claimed_until = now()");
    check(FIRST_NIGHT);
    assertThat(church.call(findings::latest))
        .extracting(Finding::name)
        .containsExactlyInAnyOrder(
            "attendance-above-headcount",
            "gatherings-not-counted",
            "gifts-without-fund",
            "gifts-in-the-future",
            "members-of-ended-groups",
            "contacts-before-the-form",
            "decisions-before-the-question",
            "messages-on-their-way");
  }

  @ParameterizedTest
  @CsvSource({
    // Noon and the evening of 8 March in Chicago.
    "2026-03-08T17:00:00Z, 2026-03-08T16:00:00Z",
    "2026-03-09T04:00:00Z, 2026-03-09T03:00:00Z"
  })
  void whatHoldsADayIsShownByTheChurchsClock(String asked, String decidedBefore) {
    records.step(tree.downtown(), asked, decidedBefore);
    check(new Scope(LocalDate.of(2026, 3, 8), LocalDate.of(2026, 3, 8)));
    assertThat(church.call(() -> findings.holding(Subject.APPROVALS))).hasSize(1);
  }

  @Test
  void aBackFillIsCheckedAndHeldOnItsOwn() {
    Scope march = new Scope(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    church.run(() -> backFill.mark(march, Set.of(Subject.ATTENDANCE)));
    check(march);
    assertThat(next(march, Subject.ATTENDANCE)).isInstanceOf(Outcome.Held.class);
    assertThatThrownBy(() -> church.run(() -> backFill.mark(march, Set.of())))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void figuresAreReadWithinReachAndGivingByThoseWithASayOverMoneyToo() {
    PersonId leader = tree.holder(new Role("campus-leader"), tree.downtown().id());
    PersonId administrator = tree.holder(new Role("campus-administrator"), tree.downtown().id());
    assertThat(church.call(() -> readFigures.units(leader, Subject.GIVING)))
        .extracting(unit -> unit.name())
        .containsExactlyInAnyOrder("Downtown", "Group A", "Group B");
    assertThat(church.call(() -> readFigures.units(administrator, Subject.GIVING))).isEmpty();
    assertThat(church.call(() -> readFigures.subjects(leader))).containsExactly(Subject.values());
    assertThat(church.call(() -> readFigures.subjects(administrator)))
        .contains(Subject.FUNNEL)
        .doesNotContain(Subject.GIVING);
    assertThat(
            church.call(
                () -> readFigures.subjects(tree.holder(new Role("member"), tree.nation().id()))))
        .isEmpty();
    assertThat(
            church
                .call(
                    () ->
                        readFigures.read(
                            leader,
                            Subject.GIVING,
                            null,
                            LocalDate.of(2026, 3, 8),
                            LocalDate.of(2026, 3, 8),
                            Grain.DAY))
                .unit()
                .name())
        .isEqualTo("Downtown");
    LocalDate day = LocalDate.of(2026, 3, 8);
    assertThatThrownBy(
            () ->
                church.call(
                    () ->
                        readFigures.read(
                            leader, Subject.FUNNEL, tree.uptown().id(), day, day, Grain.DAY)))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () ->
                church.call(
                    () ->
                        readFigures.read(
                            leader, Subject.FUNNEL, null, day.minusYears(9), day, Grain.DAY)))
        .isInstanceOf(InvalidInputException.class);
  }

  private CheckRecords.Checked check(Scope scope) {
    return church.call(() -> checkRecords.check(scope));
  }

  private Outcome next(Scope scope, Subject subject) {
    return church.call(() -> rollUp.next(subject, scope));
  }
}
