package org.verger.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.analytics.Grain.DAY;
import static org.verger.analytics.Grain.MONTH;
import static org.verger.analytics.Grain.WEEK;
import static org.verger.analytics.Subject.APPROVALS;
import static org.verger.analytics.Subject.ATTENDANCE;
import static org.verger.analytics.Subject.FUNNEL;
import static org.verger.analytics.Subject.GIVING;
import static org.verger.analytics.Subject.MESSAGES;
import static org.verger.analytics.Subject.RETENTION;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;
import org.verger.tenants.ZoneMoves;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

class FiguresTest extends ChurchTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 4, 1);

  @Autowired RollUp rollUp;
  @Autowired BackFill backFill;
  @Autowired Recompute recompute;
  @Autowired ReadFigures readFigures;
  @Autowired MessagePrices prices;
  @Autowired Tenants tenants;
  @Autowired Units units;
  @Autowired People people;
  @Autowired TransactionTemplate transactions;

  private Tree tree;
  private Records records;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    records = new Records(church, tree);
  }

  @Test
  void attendanceCountsPeopleOncePerPeriodAndUnitAndSaysWhoCameForTheFirstTime() {
    UUID ann = records.person();
    UUID ben = records.person();
    records.gathering(tree.downtown(), "2026-03-01", 40, ann, ben);
    records.gathering(tree.groupA(), "2026-03-04", null, ann);
    records.gathering(tree.uptown(), "2026-03-08", 25, ben);
    night(ATTENDANCE);
    assertThat(records.figures(ATTENDANCE, tree.north(), MONTH, "2026-03-01"))
        .containsExactly(
            "counted=2 first_time=2 gatherings=3 headcount=65 people=2 present=4 split=all");
    assertThat(records.figures(ATTENDANCE, tree.downtown(), WEEK, "2026-02-23"))
        .containsExactly(
            "counted=1 first_time=2 gatherings=1 headcount=40 people=2 present=2 split=all");
    assertThat(records.figures(ATTENDANCE, tree.groupA(), DAY, "2026-03-04"))
        .containsExactly("gatherings=1 people=1 present=1 split=all");
    assertThat(records.figures(ATTENDANCE, tree.south(), MONTH, "2026-03-01")).isEmpty();
  }

  @Test
  void anEarlierVisitEnteredLaterMovesTheFirstTime() {
    UUID ann = records.person();
    records.gathering(tree.downtown(), "2026-03-08", 40, ann);
    night(ATTENDANCE);
    records.gathering(tree.downtown(), "2026-02-08", 40, ann);
    night(ATTENDANCE);
    assertThat(records.figures(ATTENDANCE, tree.nation(), DAY, "2026-03-08"))
        .containsExactly("counted=1 gatherings=1 headcount=40 people=1 present=1 split=all");
  }

  @Test
  void givingIsDividedByFundAndByMethodAndCountsGiversOnce() {
    UUID ann = records.person();
    records.gift(tree.downtown(), "2026-03-03", ann, 10_000, "card");
    records.gift(tree.groupA(), "2026-03-05", ann, 2_000, "cash");
    records.gift(tree.downtown(), "2026-03-05", null, 500, "cash");
    night(GIVING);
    assertThat(records.figures(GIVING, tree.downtown(), WEEK, "2026-03-02"))
        .hasSize(4)
        .contains(
            "amount=12500 currency=USD gifts=3 givers=1 split=all",
            "amount=10000 currency=USD gifts=1 givers=- part=card split=method",
            "amount=2500 currency=USD gifts=2 givers=- part=cash split=method");
  }

  @Test
  void aGiftTakenBackStaysInTheSumsAndIsNoGiftAnyMore() {
    UUID ann = records.person();
    UUID ben = records.person();
    records.gift(tree.downtown(), "2026-02-10", ann, 10_000, "cheque");
    records.gift(tree.downtown(), "2026-02-11", ben, 500, "cash");
    night(GIVING);
    night(RETENTION);
    records.takeBack(ann, "2026-03-05");
    records.takeBack(ben, "2026-02-11");
    night(GIVING);
    night(RETENTION);
    assertThat(records.figures(GIVING, tree.nation(), MONTH, "2026-02-01").getFirst())
        .isEqualTo("amount=10000 currency=USD split=all");
    assertThat(records.figures(GIVING, tree.nation(), DAY, "2026-02-11").getFirst())
        .isEqualTo("currency=USD split=all");
    assertThat(records.figures(GIVING, tree.nation(), MONTH, "2026-03-01").getFirst())
        .isEqualTo("amount=-10000 currency=USD split=all");
    assertThat(records.figures(RETENTION, tree.nation(), MONTH, "2026-02-01")).isEmpty();
    assertThat(records.figures(RETENTION, tree.nation(), MONTH, "2026-03-01")).isEmpty();
  }

  @Test
  void theFunnelFollowsGuestsFromTheDayTheyCameInTheChurchsOwnTime() {
    records.guest(tree.downtown(), "2026-03-02T03:00:00Z", 3, "contacted", "connected");
    records.guest(tree.downtown(), "2026-03-01T18:00:00Z", 30, "contacted", "opted-out");
    records.guest(null, "2026-03-01T18:00:00Z", null);
    night(FUNNEL);
    assertThat(records.figures(FUNNEL, tree.downtown(), DAY, "2026-03-01"))
        .containsExactly(
            "connected=1 contact_p50=10800 contact_p90=108000 contacted=2 guests=2 left_way=1"
                + " split=all within_24h=1 within_48h=2",
            "connected=1 contact_p50=10800 contact_p90=108000 contacted=2 guests=2 left_way=1"
                + " part=easter split=campaign within_24h=1 within_48h=2");
    assertThat(records.figures(FUNNEL, tree.nation(), MONTH, "2026-03-01").getFirst())
        .contains("guests=3");
  }

  @Test
  void aChurchThatMovesToAnotherZoneHasEachGuestOnOneDay() {
    records.guest(tree.downtown(), "2026-03-01T23:00:00Z", null);
    night(FUNNEL);
    assertThat(records.figures(FUNNEL, tree.nation(), DAY, "2026-03-01")).isNotEmpty();
    new ZoneMoves(jdbc, tenants).move(church.id(), ZoneId.of("Europe/Berlin"));
    church.update("UPDATE guest SET stage = 'contacted'");
    night(FUNNEL);
    assertThat(records.figures(FUNNEL, tree.nation(), DAY, "2026-03-01")).isEmpty();
    assertThat(records.figures(FUNNEL, tree.nation(), DAY, "2026-03-02").getFirst())
        .contains("guests=1");
    assertThat(records.figures(FUNNEL, tree.nation(), MONTH, "2026-03-01").getFirst())
        .contains("guests=1");
  }

  @Test
  void whatWaitsIsToldForEachPeriodAlsoForAQuietOne() {
    PersonId leader = tree.holder(new Role("national-director"), tree.nation().id());
    records.step(tree.downtown(), "2026-02-03T12:00:00Z", "2026-03-04T12:00:00Z");
    records.step(tree.downtown(), "2026-02-20T12:00:00Z", null);
    night(APPROVALS);
    Series series =
        church.call(
            () ->
                readFigures.read(
                    leader,
                    APPROVALS,
                    null,
                    LocalDate.of(2026, 2, 9),
                    LocalDate.of(2026, 3, 8),
                    WEEK));
    assertThat(series.periods())
        .extracting(period -> period.lines().getFirst().figure("waiting"))
        .containsExactly(1L, 2L, 2L, 1L);
    assertThat(series.periods().getLast().lines().getFirst().figures())
        .containsEntry("decided", 1L)
        .containsEntry("step_p50", 29 * 86_400L);
  }

  @Test
  void retentionTellsNewPeopleFromThoseWhoCameBackAndThoseWhoDidNot() {
    UUID ann = records.person();
    UUID ben = records.person();
    records.gathering(tree.downtown(), "2026-01-11", 40, ann, ben);
    records.gathering(tree.downtown(), "2026-02-08", 40, ann);
    records.gift(tree.downtown(), "2026-02-10", ann, 100, "cash");
    records.gift(tree.uptown(), "2026-02-10", records.person(), 100, "cash");
    night(RETENTION);
    assertThat(records.figures(RETENTION, tree.north(), MONTH, "2026-02-01"))
        .containsExactly(
            "active=2 attended=1 came_back=1 engaged=1 gave=2 lapsed=1 newcomers=1 split=all");
    assertThat(records.figures(RETENTION, tree.downtown(), MONTH, "2026-03-01"))
        .containsExactly("lapsed=1 split=all");
  }

  @Test
  void messagesAreCountedByChannelAndStatusAndCostWhatASegmentCosts() {
    PersonId admin = tree.holder(Role.ADMIN, tree.nation().id());
    records.message(tree.downtown(), "2026-03-02T18:00:00Z", "sms", 2, "sent");
    records.message(null, "2026-03-02T18:00:00Z", "sms", 1, "failed");
    records.message(tree.downtown(), "2026-03-02T18:00:00Z", "email", 1, "sent");
    night(MESSAGES);
    assertThat(records.figures(MESSAGES, tree.nation(), DAY, "2026-03-02"))
        .containsExactly(
            "messages=3 segments=4 sent_segments=3 split=all",
            "messages=1 part=email segments=1 sent_segments=1 split=channel",
            "messages=2 part=sms segments=3 sent_segments=2 split=channel",
            "messages=1 part=failed segments=1 split=status",
            "messages=2 part=sent segments=3 sent_segments=3 split=status");
    church.run(() -> prices.setSms(admin, new BigDecimal("0.0079")));
    Series series =
        church.call(
            () ->
                readFigures.read(
                    admin,
                    MESSAGES,
                    null,
                    LocalDate.of(2026, 3, 2),
                    LocalDate.of(2026, 3, 2),
                    DAY));
    assertThat(series.periods().getFirst().lines().getFirst())
        .satisfies(
            line -> {
              assertThat(line.figures()).containsEntry("cost", 2L);
              assertThat(line.currency()).isEqualTo("USD");
            });
  }

  @Test
  void aNightLeavesLaterDaysAndTellsHowManyOfItsOwnWait() {
    records.gift(tree.downtown(), "2026-01-05", null, 100, "cash");
    records.gift(tree.downtown(), "2026-02-05", null, 100, "cash");
    records.gift(tree.downtown(), "2026-04-01", null, 100, "cash");
    assertThat(next(GIVING, 1)).isEqualTo(new RollUp.Outcome.RolledUp(1, 1));
    assertThat(next(GIVING, 1)).isEqualTo(new RollUp.Outcome.RolledUp(1, 0));
    assertThat(next(GIVING, 1)).isEqualTo(new RollUp.Outcome.RolledUp(0, 0));
    assertThat(records.figures(GIVING, tree.nation(), DAY, "2026-04-01")).isEmpty();
  }

  @Test
  void aDayThatHasNotComeIsInNoFigureUntilItHas() {
    LocalDate tenth = moveToATenth();
    Scope month = new Scope(tenth.withDayOfMonth(1), tenth.plusDays(19));
    records.gift(tree.downtown(), tenth.minusDays(1).toString(), null, 100, "cash");
    records.gift(tree.downtown(), tenth.plusDays(15).toString(), null, 1000, "cash");
    assertThat(church.call(() -> rollUp.next(GIVING, Scope.night(tenth))))
        .isEqualTo(new RollUp.Outcome.RolledUp(1, 0));
    assertThat(month(tenth)).contains("amount=100 ");
    church.run(() -> backFill.mark(month, Set.of(GIVING)));
    assertThat(church.call(() -> rollUp.next(GIVING, month)))
        .isEqualTo(new RollUp.Outcome.RolledUp(9, 0));
    assertThat(month(tenth)).contains("amount=100 ");
    assertThat(church.call(recompute::differences)).containsEntry(GIVING, 0L);
    advance(Duration.ofDays(16));
    assertThat(church.call(() -> rollUp.next(GIVING, Scope.night(tenth.plusDays(16)))))
        .isEqualTo(new RollUp.Outcome.RolledUp(1, 0));
    assertThat(month(tenth)).contains("amount=1100 ");
  }

  private String month(LocalDate day) {
    return records
        .figures(GIVING, tree.nation(), MONTH, day.withDayOfMonth(1).toString())
        .getFirst();
  }

  private LocalDate moveToATenth() {
    ZonedDateTime now = moveToHour(12).atZone(ZoneId.of("America/Chicago"));
    ZonedDateTime tenth = now.withDayOfMonth(10);
    ZonedDateTime next = tenth.isBefore(now) ? tenth.plusMonths(1) : tenth;
    advance(Duration.between(now, next));
    return next.toLocalDate();
  }

  @Test
  void aRecordCommittedAfterTheRollUpOfItsDayCountsTheNextTimeAndNobodyWaits() {
    records.gift(tree.downtown(), "2026-03-05", null, 100, "cash");
    church.call(
        () ->
            transactions.execute(
                open -> {
                  records.gift(tree.downtown(), "2026-03-05", null, 200, "cash");
                  beside(() -> night(GIVING));
                  return true;
                }));
    List<String> before = records.figures(GIVING, tree.nation(), DAY, "2026-03-05");
    night(GIVING);
    List<String> after = records.figures(GIVING, tree.nation(), DAY, "2026-03-05");
    assertThat(before.getFirst()).contains("amount=100 ");
    assertThat(after.getFirst()).contains("amount=300 ");
  }

  private void beside(Runnable work) {
    TransactionTemplate another =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transactions.getTransactionManager()));
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    another.executeWithoutResult(suspended -> work.run());
  }

  private RollUp.Outcome next(Subject subject, int days) {
    return church.call(() -> rollUp.next(subject, Scope.night(NIGHT), days));
  }

  private void night(Subject subject) {
    assertThat(next(subject, 1000)).isInstanceOf(RollUp.Outcome.RolledUp.class);
    assertThat(next(subject, 1000)).isInstanceOf(RollUp.Outcome.RolledUp.class);
  }
}
