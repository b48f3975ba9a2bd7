package org.verger.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.verger.expenses.MarkPaid;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.Role;
import org.verger.time.MovableClock;
import org.verger.validation.InvalidInputException;

/** What people can do with the steps of a request, and what they cannot. */
@SpringBootTest(classes = ApprovalsTestApplication.class)
class DecidingTest {

  @Autowired ApplicationContext context;
  @Autowired MovableClock clock;

  private Congregation people;

  @BeforeEach
  void gather() {
    people = new Congregation(context).complete();
    people.person("administrator", Role.ADMIN, people.tree.nation());
    people.person("colleague", Role.CAMPUS_LEADER, people.tree.downtown());
  }

  private RequestId request() {
    return people.money("group-leader", "500.00", "USD", "Shop");
  }

  @Test
  void whoMayNotDecideChangesNothingAndTheAttemptIsKept() {
    RequestId request = request();
    Step step = people.open(request).getFirst();
    for (String name :
        List.of(
            "group-leader", "member", "administrator", "regional-director", "finance-director")) {
      assertThat(people.decide(name, step, Decision.APPROVE))
          .isInstanceOf(DecideStep.Outcome.Refused.class);
    }
    assertThat(people.audit(request)).filteredOn("approvals-decision-refused"::equals).hasSize(5);
    assertThat(people.church.count("SELECT count(*) FROM request_vote")).isZero();
  }

  @Test
  void authorityIsLookedAtAgainWhenSomebodyDecides() {
    Step step = people.open(request()).getFirst();
    assertThat(people.mayDecide("campus-leader", step)).isTrue();
    people.leave("campus-leader");
    assertThat(people.decide("campus-leader", step, Decision.APPROVE))
        .isInstanceOf(DecideStep.Outcome.Refused.class);
  }

  @Test
  void declineAndSendBackNeedAReason() {
    Step step = people.open(request()).getFirst();
    for (Decision decision : List.of(Decision.DECLINE, Decision.RETURN)) {
      assertThatThrownBy(() -> people.decide("campus-leader", step, decision, "  "))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void ofTwoAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    for (int round = 0; round < 5; round++) {
      RequestId request = people.money("group-leader", "200.00", "USD", "Shop " + round);
      Step step = people.open(request).getFirst();
      try (ExecutorService both = Executors.newFixedThreadPool(2)) {
        List<Future<DecideStep.Outcome>> outcomes =
            both.invokeAll(
                List.<Callable<DecideStep.Outcome>>of(
                    () -> people.decide("campus-leader", step, Decision.APPROVE),
                    () -> people.decide("colleague", step, Decision.DECLINE)));
        List<DecideStep.Outcome> ends =
            List.of(outcomes.getFirst().get(), outcomes.getLast().get());
        assertThat(ends).filteredOn(DecideStep.Outcome.Decided.class::isInstance).hasSize(1);
        assertThat(ends)
            .filteredOn(DecideStep.Outcome.TooLate.class::isInstance)
            .singleElement()
            .satisfies(late -> assertThat(((DecideStep.Outcome.TooLate) late).by()).isNotNull());
      }
      assertThat(
              people.church.count(
                  "SELECT count(*) FROM request_vote WHERE step_id = ?", step.id().value()))
          .isEqualTo(1);
    }
  }

  @Test
  void nobodyLearnsByTryingWhoDecidedWhatNeverWaitedForThem() {
    RequestId request = request();
    Step step = people.open(request).getFirst();
    people.decide("campus-leader", step, Decision.APPROVE);
    assertThat(people.decide("colleague", step, Decision.DECLINE))
        .isInstanceOf(DecideStep.Outcome.TooLate.class);
    assertThat(people.decide("member", step, Decision.DECLINE))
        .isInstanceOf(DecideStep.Outcome.Refused.class);
    assertThat(people.decide("group-leader", step, Decision.DECLINE))
        .isInstanceOf(DecideStep.Outcome.Refused.class);
    assertThat(people.audit(request)).filteredOn("approvals-decision-refused"::equals).hasSize(2);
  }

  @Test
  void aDelegateDecidesInAnothersPlaceForTheTimeThatWasGiven() {
    RequestId request = request();
    Step step = people.open(request).getFirst();
    people.leave("colleague");
    var now = clock.instant();
    people.church.run(
        () ->
            people
                .bean(Delegations.class)
                .delegate(
                    people.who("campus-leader"),
                    people.who("member"),
                    now.plus(Duration.ofHours(1)),
                    now.plus(Duration.ofDays(7))));
    assertThat(people.mayDecide("member", step)).isFalse();
    advance(Duration.ofHours(2));
    assertThat(people.mayDecide("member", step)).isTrue();
    people.decide("member", step, Decision.APPROVE);
    assertThat(
            people.church.count(
                "SELECT count(*) FROM request_vote WHERE person_id = ? AND on_behalf = ?",
                people.who("member").value(),
                people.who("campus-leader").value()))
        .isEqualTo(1);
    advance(Duration.ofDays(8));
    assertThat(
            people.deciders(
                people.open(people.money("group-leader", "500.00", "USD", "B")).getFirst()))
        .containsExactly("campus-leader");
  }

  @Test
  void aDelegateWhoGainsByItHasNoSay() {
    Step step = people.open(request()).getFirst();
    var now = clock.instant();
    people.church.run(
        () ->
            people
                .bean(Delegations.class)
                .delegate(
                    people.who("campus-leader"),
                    people.who("group-leader"),
                    now,
                    now.plus(Duration.ofDays(7))));
    assertThat(people.mayDecide("group-leader", step)).isFalse();
  }

  @Test
  void oneWhoSaidYesForAnotherIsNotAskedAgainForThemselves() {
    var now = clock.instant();
    people.church.run(
        () ->
            people
                .bean(Delegations.class)
                .delegate(
                    people.who("campus-leader"),
                    people.who("regional-director"),
                    now,
                    now.plus(Duration.ofDays(7))));
    RequestId request = request();
    people.decide("regional-director", people.open(request).getFirst(), Decision.APPROVE);
    people.next(request);
    assertThat(people.status(request)).isEqualTo("approved");
    assertThat(people.audit(request)).contains("approvals-step-counted");
  }

  @Test
  void whatIsClaimedWaitsForWhoClaimedIt() {
    Step step = people.open(request()).getFirst();
    handle().claimAs("campus-leader", step);
    assertThat(people.decide("colleague", read(step), Decision.APPROVE))
        .isInstanceOfSatisfying(
            DecideStep.Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("has taken this on"));
    assertThatThrownBy(() -> handle().claimAs("colleague", step))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(() -> handle().releaseAs("colleague", step))
        .isInstanceOf(NotAllowedException.class);
    handle().releaseAs("campus-leader", step);
    assertThat(people.decide("colleague", read(step), Decision.APPROVE))
        .isInstanceOf(DecideStep.Outcome.Decided.class);
  }

  @Test
  void anAdministratorGivesAStepToSomebodyOfItsLineAndToNobodyElse() {
    Step step = people.open(request()).getFirst();
    for (String name : List.of("group-leader", "member", "administrator", "finance-director")) {
      assertThatThrownBy(() -> handle().reassign("administrator", step, name))
          .as(name)
          .isInstanceOf(InvalidInputException.class);
    }
    assertThatThrownBy(() -> handle().reassign("regional-director", step, "colleague"))
        .isInstanceOf(NotAllowedException.class);
    handle().reassign("administrator", step, "national-director");
    assertThat(people.deciders(read(step))).containsExactly("national-director");
  }

  @Test
  void afterTwoDaysThoseWhoAreAskedAreReminded() {
    RequestId request = request();
    people.open(request);
    tend().remind(request);
    assertThat(people.audit(request)).doesNotContain("approvals-reminded");
    advance(Duration.ofHours(48));
    tend().remind(request);
    assertThat(people.audit(request)).contains("approvals-reminded");
    assertThat(people.church.count("SELECT count(*) FROM request_notice WHERE kind = 'reminder'"))
        .isEqualTo(2);
  }

  @Test
  void afterFourDaysTheNextLevelUpIsAskedToo() {
    RequestId request = request();
    Step step = people.open(request).getFirst();
    advance(Duration.ofHours(95));
    tend().escalate(request);
    assertThat(people.deciders(read(step))).containsExactly("campus-leader", "colleague");
    advance(Duration.ofHours(1));
    tend().remind(request);
    tend().escalate(request);
    assertThat(people.deciders(read(step)))
        .containsExactly("campus-leader", "colleague", "regional-director");
    assertThat(people.audit(request))
        .contains("approvals-escalated")
        .doesNotContain("approvals-reminded");
    advance(Duration.ofHours(96));
    tend().escalate(request);
    assertThat(people.deciders(read(step))).contains("national-director");
  }

  @Test
  void aTimerDoesNotOverrideADecisionThatTheEngineHasNotHeardOf() {
    RequestId request = request();
    Step step = people.open(request).getFirst();
    people.decide("campus-leader", step, Decision.APPROVE);
    advance(Duration.ofDays(10));
    tend().remind(request);
    tend().escalate(request);
    assertThat(read(step).state()).isEqualTo(Step.State.APPROVED);
    assertThat(read(step).groups()).hasSize(1);
    assertThat(people.audit(request)).doesNotContain("approvals-reminded", "approvals-escalated");
  }

  @Test
  void remindersAndEscalationFollowWhatTheChurchHasSet() {
    people.church.run(
        () ->
            people
                .bean(ApprovalSettings.class)
                .change(
                    people.who("administrator"),
                    new ApprovalSettings.Values(
                        Duration.ofHours(3),
                        Duration.ofHours(6),
                        3,
                        7,
                        java.time.LocalTime.of(8, 0),
                        Duration.ofHours(72))));
    RequestId request = request();
    Step step = people.open(request).getFirst();
    advance(Duration.ofHours(3));
    tend().remind(request);
    assertThat(people.audit(request)).contains("approvals-reminded");
    advance(Duration.ofHours(3));
    tend().escalate(request);
    assertThat(people.deciders(read(step))).contains("regional-director");
  }

  @Test
  void aJobThatRunsTwiceOpensNothingTwice() {
    RequestId request = request();
    OpenStage stage = people.bean(OpenStage.class);
    OpenStage.Next first = people.church.call(() -> stage.next(request, null));
    OpenStage.Next second = people.church.call(() -> stage.next(request, null));
    assertThat(second).isEqualTo(first);
    assertThat(people.audit(request)).filteredOn("approvals-asked"::equals).hasSize(1);
  }

  @Test
  void aTaskThatWasCompletedPastTheRecordsIsAskedAgain() {
    RequestId request = request();
    Step step = people.open(request).getFirst();
    List<Step> again = people.open(request);
    assertThat(again).extracting(Step::id).containsExactly(step.id());
    assertThat(people.status(request)).isEqualTo("submitted");
    assertThat(people.audit(request)).contains("approvals-task-completed-outside");
  }

  @Test
  void whatIsSentBackComesBackToTheStepThatSentItBack() {
    RequestId request = request();
    people.decide("campus-leader", people.open(request).getFirst(), Decision.APPROVE);
    Step second = people.open(request).getFirst();
    people.decide("regional-director", second, Decision.RETURN);
    assertThat(people.next(request)).isInstanceOf(OpenStage.Next.Change.class);
    again(request, "450.00", "Shop");
    assertThat(people.open(request)).extracting(Step::id).containsExactly(second.id());
    assertThat(people.left("USD")).isEqualTo(2_000_000 - 45_000);
  }

  @Test
  void moreMoneyOrAnotherPayeeIsAnotherQuestion() {
    for (String[] changed : new String[][] {{"500.01", "Shop"}, {"500.00", "Other shop"}}) {
      RequestId request = request();
      people.decide("campus-leader", people.open(request).getFirst(), Decision.APPROVE);
      people.decide("regional-director", people.open(request).getFirst(), Decision.RETURN);
      people.next(request);
      again(request, changed[0], changed[1]);
      assertThat(people.deciders(people.open(request).getFirst()))
          .containsExactly("campus-leader", "colleague");
      people.church.run(
          () -> people.bean(WithdrawRequest.class).withdraw(request, people.who("group-leader")));
    }
  }

  @Test
  void whoApprovedOrGainsDoesNotPayOutAndNobodyPaysTwice() {
    RequestId request = request();
    people.decide("campus-leader", people.open(request).getFirst(), Decision.APPROVE);
    people.decide("regional-director", people.open(request).getFirst(), Decision.APPROVE);
    people.next(request);
    people.church.run(() -> people.bean(ExecuteRequest.class).execute(request));
    people.church.run(() -> people.bean(ExecuteRequest.class).execute(request));
    assertThat(people.church.count("SELECT count(*) FROM payout")).isEqualTo(1);
    for (String name : List.of("group-leader", "campus-leader", "regional-director", "member")) {
      assertThatThrownBy(() -> pay(request, name)).as(name).isInstanceOf(NotAllowedException.class);
    }
    assertThat(pay(request, "finance-director")).isTrue();
    assertThat(pay(request, "national-director")).isFalse();
  }

  @Test
  void whatCannotBeDoneIsSaidAndNotCounted() {
    RequestId request =
        people.role("group-leader", "member", Role.GROUP_LEADER, people.tree.groupB());
    people.decide("campus-leader", people.open(request).getFirst(), Decision.APPROVE);
    people.leave("member");
    assertThatThrownBy(
            () -> people.church.run(() -> people.bean(ExecuteRequest.class).execute(request)))
        .isInstanceOf(ExecutionFailedException.class)
        .hasMessageContaining("no longer serves");
    assertThat(people.status(request)).isEqualTo("approved");
  }

  @Test
  void votesAndRemarksCannotBeChangedOrTakenBack() {
    RequestId request = request();
    people.decide("campus-leader", people.open(request).getFirst(), Decision.APPROVE);
    people.church.run(
        () -> people.bean(AddToRequest.class).comment(request, people.who("group-leader"), "Hi"));
    for (String change :
        List.of(
            "UPDATE request_vote SET decision = 'decline', comment = 'x'",
            "DELETE FROM request_vote",
            "UPDATE request_comment SET text = 'x'",
            "DELETE FROM request_comment",
            "UPDATE audit_entry SET action = 'x'",
            "DELETE FROM audit_entry")) {
      assertThatThrownBy(() -> people.church.update(change))
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aListShowsWhatItsReaderMayDecideAndNothingElse() {
    people.person("elder1", Role.BOARD_MEMBER, people.tree.nation());
    List<RequestId> all =
        List.of(
            people.money("member", "50.00", "USD", "A"),
            people.money("group-leader", "500.00", "USD", "campus-leader Test"),
            people.money("campus-leader", "2000.00", "EUR", "B"),
            people.event("national-director", people.tree.nation()),
            people.role("member", "colleague", Role.GROUP_LEADER, people.tree.groupB()));
    List<Step> open = all.stream().flatMap(request -> people.open(request).stream()).toList();
    handle().claimAs("group-leader", open.getFirst());
    for (String name :
        List.of(
            "group-leader",
            "campus-leader",
            "colleague",
            "regional-director",
            "national-director",
            "finance-director",
            "member",
            "administrator",
            "elder1")) {
      List<java.util.UUID> listed =
          people.church.call(
              () ->
                  people
                      .bean(TaskList.class)
                      .list(people.who(name), TaskList.Filter.of(TaskList.View.MINE))
                      .items()
                      .stream()
                      .map(TaskItem::id)
                      .toList());
      assertThat(listed)
          .as(name)
          .containsExactlyInAnyOrderElementsOf(
              open.stream()
                  .map(this::read)
                  .filter(step -> people.mayDecide(name, step))
                  .map(step -> step.id().value())
                  .toList());
    }
  }

  private boolean pay(RequestId request, String name) {
    return people.church.call(
        () -> people.bean(MarkPaid.class).pay(request, people.who(name), "transfer", null));
  }

  private void again(RequestId request, String amount, String payee) {
    people.church.run(
        () ->
            people
                .bean(org.verger.expenses.AskForMoney.class)
                .askAgain(
                    request,
                    people.who("group-leader"),
                    new org.verger.expenses.AskForMoney.Wanted(
                        new java.math.BigDecimal(amount), "USD", "Chairs", "outreach-usd", payee)));
  }

  private Step read(Step step) {
    return people.church.call(() -> people.bean(Steps.class).find(step.id()).orElseThrow());
  }

  private void advance(Duration by) {
    clock.setOffset(clock.offset().plus(by));
  }

  private Handling handle() {
    return new Handling(people);
  }

  private Tending tend() {
    return new Tending(people);
  }

  private record Handling(Congregation people) {

    void claimAs(String name, Step step) {
      people.church.run(() -> people.bean(HandleTask.class).claim(step.id(), people.who(name)));
    }

    void releaseAs(String name, Step step) {
      people.church.run(() -> people.bean(HandleTask.class).release(step.id(), people.who(name)));
    }

    void reassign(String by, Step step, String to) {
      people.church.run(
          () ->
              people
                  .bean(HandleTask.class)
                  .reassign(step.id(), people.who(by), people.who(to), "On leave"));
    }
  }

  private record Tending(Congregation people) {

    void remind(RequestId request) {
      people.church.run(() -> people.bean(TendSteps.class).remind(request));
    }

    void escalate(RequestId request) {
      people.church.run(() -> people.bean(TendSteps.class).escalate(request));
    }
  }
}
