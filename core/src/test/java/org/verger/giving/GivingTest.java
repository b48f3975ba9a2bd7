package org.verger.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.audit.Audit;
import org.verger.audit.AuditEntry;
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

class GivingTest extends ChurchTest {

  @Autowired Units units;
  @Autowired People people;
  @Autowired Access access;
  @Autowired Audit audit;
  @Autowired Funds funds;
  @Autowired ChangeFunds changeFunds;
  @Autowired Contributions contributions;
  @Autowired EnterContribution enter;
  @Autowired ChangeContribution change;
  @Autowired TakeBackContribution takeBack;
  @Autowired ContributionsExport export;

  private Tree tree;
  private PersonId treasurer;
  private PersonId leader;
  private UUID general;
  private LocalDate today;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    treasurer = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    general = church.call(() -> funds.all().getFirst().id());
    today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Chicago"));
  }

  private NewGift gift(String amount, Unit unit, LocalDate day) {
    return new NewGift(
        null, general, unit.id().value(), new BigDecimal(amount), null, day, "cash", null, null);
  }

  private long enter(String amount, Unit unit, int daysAgo) {
    return church.call(() -> enter.enter(treasurer, gift(amount, unit, today.minusDays(daysAgo))));
  }

  private Contribution read(long id) {
    return church.call(() -> contributions.find(id, Reach.EVERYTHING).orElseThrow());
  }

  private ContributionFilter filter(String name, String value) {
    return ContributionFilter.of(new Parameters(Map.of(name, value)));
  }

  private List<Contribution> list(ContributionFilter filter, Reach reach) {
    return church.call(() -> contributions.list(filter, reach, null, 200).items());
  }

  private Reach reach(PersonId person) {
    return church.call(() -> access.reachOf(person, Area.MONEY));
  }

  @Test
  void aGiftIsWrittenDownInTheCurrencyOfTheChurch() {
    PersonId giver = tree.holder(Role.MEMBER, tree.downtown().id());
    NewGift wanted = gift("120.50", tree.downtown(), today);
    long id =
        church.call(
            () ->
                enter.enter(
                    leader,
                    new NewGift(
                        giver.value(),
                        general,
                        wanted.unit(),
                        wanted.amount(),
                        null,
                        today,
                        "cheque",
                        "No. 7",
                        null)));
    Contribution kept = read(id);
    assertThat(kept.amount().text()).isEqualTo("120.50 USD");
    assertThat(kept.giver()).isEqualTo("Daniel Okafor");
    assertThat(kept.version()).isEqualTo(1);
    AuditEntry entry = church.call(() -> audit.of(EnterContribution.subject(id))).getFirst();
    assertThat(entry.action()).isEqualTo("giving-entered");
    assertThat(entry.detail())
        .containsEntry("amount", "120.50 USD")
        .doesNotContainValue("Daniel Okafor");
  }

  @Test
  void allThatIsWrongIsNamedAtOnceAndNothingIsKept() {
    NewGift wrong =
        new NewGift(
            UUID.randomUUID(),
            UUID.randomUUID(),
            tree.downtown().id().value(),
            new BigDecimal("1.005"),
            null,
            today.plusDays(1),
            "barter",
            null,
            null);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> church.run(() -> enter.enter(treasurer, wrong)))
        .satisfies(
            invalid ->
                assertThat(invalid.errors())
                    .extracting(InvalidInputException.FieldError::field)
                    .containsExactlyInAnyOrder("person", "fund", "amount", "givenOn", "method"));
    assertThat(church.count("SELECT count(*) FROM contribution")).isZero();
  }

  @Test
  void pagesShowEachGiftOnceWhileOthersAreAdded() {
    List<Long> before = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      before.add(enter("10.00", tree.downtown(), i % 4));
    }
    List<Long> seen = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      String from = cursor;
      Page<Contribution> page =
          church.call(() -> contributions.list(ContributionFilter.ALL, Reach.EVERYTHING, from, 6));
      page.items().forEach(one -> seen.add(one.id()));
      enter("99.00", tree.downtown(), 0);
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void theTotalsAreWhatAllPagesComeToInEachCurrency() {
    for (int i = 1; i <= 17; i++) {
      enter(i + ".25", i % 2 == 0 ? tree.downtown() : tree.south(), i);
    }
    church.update("UPDATE contribution SET currency = 'EUR' WHERE id % 3 = 0");
    ContributionFilter filter =
        ContributionFilter.of(
            new Parameters(
                Map.of(
                    "unit", tree.north().id().toString(), "from", today.minusDays(12).toString())));
    List<Contribution> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      String from = cursor;
      Page<Contribution> page =
          church.call(() -> contributions.list(filter, Reach.EVERYTHING, from, 2));
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    assertThat(all).hasSize(6);
    List<Contributions.Total> totals =
        church.call(() -> contributions.totals(filter, Reach.EVERYTHING));
    assertThat(totals).hasSize(2);
    for (Contributions.Total total : totals) {
      List<Contribution> same =
          all.stream()
              .filter(one -> one.amount().currency().equals(total.sum().currency()))
              .toList();
      assertThat(total.count()).isEqualTo(same.size());
      assertThat(total.sum().minor())
          .isEqualTo(same.stream().mapToLong(one -> one.amount().minor()).sum());
    }
  }

  @Test
  void aListIsNarrowedByEachFilter() {
    long plain = enter("10.00", tree.groupA(), 3);
    long old = enter("20.00", tree.south(), 40);
    long unnamed = enter("30.00", tree.uptown(), 1);
    church.update("UPDATE contribution SET fund_id = NULL, method = 'card' WHERE id = ?", unnamed);
    church.update("UPDATE contribution SET person_id = ? WHERE id = ?", leader.value(), plain);
    assertThat(list(filter("from", today.minusDays(3).toString()), Reach.EVERYTHING))
        .extracting(Contribution::id)
        .containsExactly(unnamed, plain);
    assertThat(list(filter("to", today.minusDays(4).toString()), Reach.EVERYTHING))
        .extracting(Contribution::id)
        .containsExactly(old);
    assertThat(list(filter("fund", "none"), Reach.EVERYTHING))
        .extracting(Contribution::id)
        .containsExactly(unnamed);
    assertThat(list(filter("fund", general.toString()), Reach.EVERYTHING)).hasSize(2);
    assertThat(list(filter("method", "card"), Reach.EVERYTHING))
        .extracting(Contribution::id)
        .containsExactly(unnamed);
    assertThat(list(filter("person", leader.toString()), Reach.EVERYTHING))
        .extracting(Contribution::id)
        .containsExactly(plain);
    assertThat(list(filter("search", "okaf"), Reach.EVERYTHING)).hasSize(1);
    assertThat(list(filter("unit", tree.downtown().id().toString()), Reach.EVERYTHING))
        .extracting(Contribution::id)
        .containsExactly(plain);
  }

  @Test
  void giftsOfOtherUnitsAreNotThere() {
    long here = enter("10.00", tree.groupA(), 1);
    long there = enter("20.00", tree.south(), 1);
    assertThat(list(ContributionFilter.ALL, reach(leader)))
        .extracting(Contribution::id)
        .containsExactly(here);
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> church.run(() -> enter.enter(leader, gift("5.00", tree.south(), today))));
    assertThatExceptionOfType(UnknownContributionException.class)
        .isThrownBy(
            () ->
                church.run(
                    () -> change.change(leader, there, null, gift("1.00", tree.groupA(), today))));
    assertThatExceptionOfType(UnknownContributionException.class)
        .isThrownBy(() -> church.run(() -> takeBack.takeBack(leader, there, null, "Mine")));
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(
            () ->
                church.run(
                    () -> change.change(leader, here, 1, gift("10.00", tree.south(), today))));
    assertThat(read(there).amount().minor()).isEqualTo(2000);
    assertThat(read(here).version()).isEqualTo(1);
    assertThat(church.count("SELECT count(*) FROM contribution")).isEqualTo(2);
  }

  @Test
  void aRoleWithoutASayOverMoneySeesNothing() {
    enter("10.00", tree.groupA(), 1);
    PersonId trainer = tree.holder(Role.TRAINING_COORDINATOR, tree.nation().id());
    assertThat(list(ContributionFilter.ALL, reach(trainer))).isEmpty();
    List<List<?>> rows = new ArrayList<>();
    church.run(() -> export.write(Map.of(), trainer, rows::add));
    assertThat(rows).isEmpty();
  }

  @Test
  void aChangeCountsTheVersionUpAndSaysWhatWasOtherwise() {
    long id = enter("10.00", tree.downtown(), 1);
    church.run(() -> change.change(leader, id, 1, gift("12.00", tree.downtown(), today)));
    assertThat(read(id).amount().text()).isEqualTo("12.00 USD");
    assertThat(read(id).version()).isEqualTo(2);
    Map<String, Object> detail =
        church.call(() -> audit.of(EnterContribution.subject(id))).getLast().detail();
    assertThat(detail)
        .containsOnlyKeys("amount", "givenOn")
        .containsEntry("amount", Map.of("before", "10.00 USD", "after", "12.00 USD"));
  }

  @Test
  void aChangeForAnEarlierVersionIsRefused() {
    long id = enter("10.00", tree.downtown(), 1);
    NewGift other = gift("12.00", tree.downtown(), today);
    church.run(() -> change.change(leader, id, 1, other));
    NewGift late = gift("13.00", tree.downtown(), today);
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> church.run(() -> change.change(treasurer, id, 1, late)));
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> church.run(() -> takeBack.takeBack(treasurer, id, 1, "Returned")));
    assertThat(read(id).amount().text()).isEqualTo("12.00 USD");
    assertThat(church.count("SELECT count(*) FROM contribution")).isEqualTo(1);
  }

  @Test
  void whatIsTakenBackLeavesTheBooksBalancedAndIsTakenBackOnce() {
    long kept = enter("40.00", tree.downtown(), 2);
    long id = enter("75.00", tree.downtown(), 2);
    long back = church.call(() -> takeBack.takeBack(leader, id, 1, "The cheque bounced"));
    assertThat(read(back).takesBack()).isEqualTo(id);
    assertThat(read(id).takenBackBy()).isEqualTo(back);
    assertThat(read(id).amount().minor()).isEqualTo(7500);
    assertThat(read(back).givenOn()).isEqualTo(today);
    List<Contributions.Total> totals =
        church.call(() -> contributions.totals(ContributionFilter.ALL, Reach.EVERYTHING));
    assertThat(totals).singleElement().extracting(one -> one.sum().minor()).isEqualTo(4000L);
    for (long closed : new long[] {id, back}) {
      assertThatExceptionOfType(ContributionClosedException.class)
          .isThrownBy(() -> church.run(() -> takeBack.takeBack(leader, closed, null, "Again")));
      assertThatExceptionOfType(ContributionClosedException.class)
          .isThrownBy(
              () ->
                  church.run(
                      () ->
                          change.change(
                              leader, closed, null, gift("1.00", tree.downtown(), today))));
    }
    assertThat(church.count("SELECT sum(amount) FROM contribution WHERE id <> ?", kept)).isZero();
  }

  @Test
  void aFundIsAddedRenamedAndClosedToNewGifts() {
    Fund fund = church.call(() -> changeFunds.add(treasurer, "Büro & Youth", null));
    assertThat(fund.code()).isEqualTo("buro-youth");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> church.run(() -> changeFunds.add(treasurer, "büro & youth", "other")));
    Fund closed =
        church.call(() -> changeFunds.change(treasurer, fund.id(), 1, "Youth work", false));
    assertThat(closed).isEqualTo(new Fund(fund.id(), "buro-youth", "Youth work", false, 2));
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(
            () -> church.run(() -> changeFunds.change(treasurer, fund.id(), 1, "Anything", true)));
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> church.run(() -> changeFunds.change(leader, fund.id(), 2, "Mine", true)));
    NewGift wanted = gift("5.00", tree.downtown(), today);
    NewGift toClosed =
        new NewGift(
            null, fund.id(), wanted.unit(), wanted.amount(), null, today, "cash", null, null);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> church.run(() -> enter.enter(treasurer, toClosed)));
    assertThat(church.call(() -> funds.find(fund.id()))).contains(closed);
  }

  @Test
  void theFileHasTheRowsOfThePageWithTheSameFilters() {
    enter("10.00", tree.groupA(), 1);
    enter("20.00", tree.downtown(), 9);
    enter("30.00", tree.south(), 1);
    List<List<?>> rows = new ArrayList<>();
    Map<String, String> narrowed = Map.of("from", today.minusDays(5).toString(), "page", "2");
    church.run(() -> export.write(narrowed, leader, rows::add));
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst()).hasSize(export.columns().size());
    assertThat(rows.getFirst().get(export.columns().indexOf("Amount")))
        .isEqualTo(new BigDecimal("10.00"));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> church.run(() -> export.write(Map.of("from", "soon"), leader, rows::add)));
  }
}
