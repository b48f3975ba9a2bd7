package org.verger.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.verger.organisation.ChangeRoles;
import org.verger.organisation.People;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.validation.InvalidInputException;

/**
 * Which way requests go: every kind and edge, vacancies, requesters with roles, pair and quorum.
 */
@SpringBootTest(classes = ApprovalsTestApplication.class)
class ChainsTest {

  @Autowired ApplicationContext context;

  private Congregation people;

  @BeforeEach
  void gather() {
    people = new Congregation(context).complete();
  }

  @ParameterizedTest
  @CsvSource({
    "    0.01, group-leader > campus-leader",
    "  100.00, group-leader > campus-leader",
    "  100.01, campus-leader > regional-director",
    " 1000.00, campus-leader > regional-director",
    " 1000.01, regional-director > national-director",
    " 5000.00, regional-director > national-director",
    " 5000.01, national-director > finance-director",
    "15000.00, national-director > finance-director",
  })
  void moneyGoesThroughTheChainOfItsBandInEachCurrency(String amount, String way) {
    for (String currency : new String[] {"USD", "EUR", "GBP"}) {
      assertThat(people.walk(people.money("member", amount, currency, "Shop " + currency)))
          .isEqualTo(way + " > approved");
    }
  }

  @Test
  void moneyInACurrencyWithoutATableIsRefused() {
    assertThatThrownBy(() -> people.money("member", "10.00", "CHF", "Chez Nous"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> assertThat(refused.errors().getFirst().field()).isEqualTo("currency"));
    assertThat(people.church.count("SELECT count(*) FROM request")).isZero();
  }

  // What is left of the chain when somebody is missing; a dash stands for a step that counts as
  // said.
  @ParameterizedTest
  @CsvSource({
    "group-leader,                    50.00, campus-leader > approved",
    "campus-leader,                   50.00, group-leader > regional-director > approved",
    "campus-leader,                  500.00, regional-director > approved",
    "regional-director,              500.00, campus-leader > national-director > approved",
    "regional-director,             2000.00, national-director > approved",
    "group-leader campus-leader,      50.00, regional-director > approved",
    "campus-leader regional-director, 50.00, group-leader > national-director > approved",
    "finance-director,              9000.00, national-director > nobody > submitted",
    "national-director,             9000.00, nobody > submitted",
  })
  void aVacancyPassesUp(String vacant, String amount, String way) {
    for (String name : vacant.split(" ")) {
      people.leave(name);
    }
    assertThat(people.walk(people.money("member", amount, "USD", "Shop"))).isEqualTo(way);
  }

  @Test
  void aVacantFinanceDirectorPassesToTheBoard() {
    people.leave("finance-director");
    people.person("elder", Role.BOARD_MEMBER, people.tree.nation());
    assertThat(people.walk(people.money("member", "9000.00", "USD", "Shop")))
        .isEqualTo("national-director > elder > approved");
  }

  @ParameterizedTest
  @CsvSource({
    "group-leader,        50.00, campus-leader",
    "campus-leader,       50.00, regional-director",
    "campus-leader,      500.00, regional-director",
    "regional-director,  500.00, campus-leader > national-director",
    "regional-director, 2000.00, national-director",
    "national-director, 9000.00, finance-director",
  })
  void aStepOfTheRequesterCountsAsSubmittedButTheLastIsAnothers(
      String requester, String amount, String way) {
    assertThat(people.walk(people.money(requester, amount, "USD", "Shop")))
        .isEqualTo(way + " > approved");
  }

  @Test
  void theFinanceDirectorsOwnRequestIsClosedByTheBoard() {
    people.person("elder", Role.BOARD_MEMBER, people.tree.nation());
    assertThat(people.walk(people.money("finance-director", "9000.00", "USD", "Shop")))
        .isEqualTo("national-director > elder > approved");
  }

  @Test
  void whoHoldsTwoRolesOfAChainDecidesOnce() {
    people.leave("regional-director");
    people.person("campus-leader", Role.REGIONAL_DIRECTOR, people.tree.north());
    RequestId request = people.money("member", "500.00", "USD", "Shop");
    assertThat(people.walk(request)).isEqualTo("campus-leader > approved");
    assertThat(people.audit(request)).contains("approvals-step-counted");
  }

  @Test
  void aColleagueDecidesTheSecondStepOfWhoHoldsTwoRoles() {
    people.person("campus-leader", Role.REGIONAL_DIRECTOR, people.tree.north());
    assertThat(people.walk(people.money("member", "500.00", "USD", "Shop")))
        .isEqualTo("campus-leader > regional-director > approved");
  }

  @Test
  void whoIsPaidDoesNotDecideHoweverTheyAreNamed() {
    for (String payee : new String[] {"campus-leader Test", "CAMPUS-LEADER@test.example"}) {
      assertThat(people.walk(people.money("member", "500.00", "USD", payee)))
          .isEqualTo("regional-director > approved");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "group-leader,      Group A,  campus-leader",
    "campus-leader,     Downtown, regional-director",
    "regional-director, North,    national-director",
  })
  void aRoleIsGivenOneLevelUp(String role, String unit, String way) {
    RequestId request = people.role("group-leader", "member", new Role(role), unit(unit));
    assertThat(people.walk(request)).isEqualTo(way + " > approved");
  }

  @Test
  void whoIsToBeGivenARoleDoesNotDecideOnIt() {
    RequestId request =
        people.role("member", "campus-leader", Role.GROUP_LEADER, people.tree.groupA());
    assertThat(people.walk(request)).isEqualTo("regional-director > approved");
  }

  @Test
  void aRoleWithoutAChainIsRefused() {
    assertThatThrownBy(() -> people.role("member", "member", Role.ADMIN, people.tree.nation()))
        .isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Group A,  campus-leader",
    "Downtown, regional-director",
    "North,    national-director",
    "Nation,   national-director & finance-director",
  })
  void anEventIsDecidedByTheLevelOfItsUnit(String unit, String way) {
    assertThat(people.walk(people.event("member", unit(unit)))).isEqualTo(way + " > approved");
  }

  @ParameterizedTest
  @CsvSource({
    "national-director, finance-director",
    "finance-director,  national-director",
  })
  void bothOfThePairSayYesInWhateverOrder(String first, String second) {
    RequestId request = people.event("member", people.tree.nation());
    for (String name : new String[] {first, second}) {
      assertThat(people.status(request)).isEqualTo("submitted");
      Step step =
          people.open(request).stream()
              .filter(one -> people.mayDecide(name, one))
              .findFirst()
              .orElseThrow();
      people.decide(name, step, Decision.APPROVE);
    }
    assertThat(people.status(request)).isEqualTo("approved");
  }

  @Test
  void aBoardSaysYesWithItsQuorum() {
    board(4);
    RequestId request = forNationalDirector();
    Step step = people.open(request).getFirst();
    assertThat(people.deciders(step)).containsExactly("elder1", "elder2", "elder3", "elder4");
    assertThat(people.decide("elder1", step, Decision.APPROVE))
        .isEqualTo(new DecideStep.Outcome.Counted(request, 1, 3));
    assertThat(people.decide("elder1", step, Decision.APPROVE))
        .isEqualTo(new DecideStep.Outcome.SaidBefore(request));
    people.decide("elder2", step, Decision.APPROVE);
    assertThat(people.decide("elder3", step, Decision.DECLINE))
        .isEqualTo(new DecideStep.Outcome.Counted(request, 2, 3));
    assertThat(people.status(request)).isEqualTo("submitted");
    people.decide("elder4", step, Decision.APPROVE);
    assertThat(people.status(request)).isEqualTo("approved");
  }

  @Test
  void aBoardThatCannotReachItsQuorumHasDeclined() {
    board(4);
    RequestId request = forNationalDirector();
    Step step = people.open(request).getFirst();
    people.decide("elder1", step, Decision.DECLINE);
    assertThat(people.status(request)).isEqualTo("submitted");
    people.decide("elder2", step, Decision.DECLINE);
    assertThat(people.status(request)).isEqualTo("declined");
  }

  @Test
  void aBoardThatIsTooSmallIsAskedOnceItIsLargeEnough() {
    board(2);
    RequestId request = forNationalDirector();
    assertThat(people.walk(request)).isEqualTo("nobody > submitted");
    people.person("elder3", Role.BOARD_MEMBER, people.tree.nation());
    assertThat(people.walk(request))
        .isEqualTo("elder1+elder2+elder3 > elder2+elder3 > elder3 > approved");
  }

  @Test
  void whoIsAppointedLaterDecidesWhatNobodyCould() {
    people.leave("national-director");
    RequestId request = people.event("member", people.tree.north());
    Step step = people.open(request).getFirst();
    assertThat(people.deciders(step)).isEmpty();
    assertThat(people.audit(request)).contains("approvals-vacant");
    people.person("successor", Role.NATIONAL_DIRECTOR, people.tree.nation());
    assertThat(people.deciders(step)).containsExactly("successor");
  }

  @Test
  void aStepWhoseOnlyHolderIsRelievedPassesUp() {
    RequestId request = people.money("member", "500.00", "USD", "Shop");
    Step step = people.open(request).getFirst();
    people.person("administrator", Role.ADMIN, people.tree.nation());
    people.church.run(
        () -> {
          var holding =
              people.bean(People.class).holders(org.verger.organisation.Reach.EVERYTHING).stream()
                  .filter(held -> held.person().equals(people.who("campus-leader")))
                  .findFirst()
                  .orElseThrow();
          people.bean(ChangeRoles.class).relieve(people.who("administrator"), holding.id());
        });
    assertThat(people.deciders(step)).containsExactly("regional-director");
  }

  @ParameterizedTest
  @CsvSource({
    "60.00, 40.00, group-leader > campus-leader",
    "60.00, 40.01, campus-leader > regional-director",
    "900.00, 100.01, regional-director > national-director",
    "4999.99, 0.02, national-director > finance-director",
  })
  void piecesOfOnePurchaseTakeTheTierOfTheirSum(String first, String second, String way) {
    people.money("member", first, "USD", "Joe's Print Shop");
    assertThat(people.walk(people.money("member", second, "USD", "JOES print-shop")))
        .isEqualTo(way + " > approved");
  }

  @Test
  void whatIsNoPieceStandsAlone() {
    people.person("other", Role.MEMBER, people.tree.groupA());
    RequestId declined = people.money("member", "90.00", "USD", "Shop");
    people.decide("group-leader", people.open(declined).getFirst(), Decision.DECLINE);
    String alone = "group-leader > campus-leader > approved";
    assertThat(people.walk(people.money("member", "90.00", "USD", "Shop"))).isEqualTo(alone);
    assertThat(people.walk(people.money("member", "90.00", "USD", "Another"))).isEqualTo(alone);
    assertThat(people.walk(people.money("other", "90.00", "USD", "Shop"))).isEqualTo(alone);
    assertThat(people.walk(people.money("member", "90.00", "EUR", "Shop"))).isEqualTo(alone);
  }

  private void board(int members) {
    for (int member = 1; member <= members; member++) {
      people.person("elder" + member, Role.BOARD_MEMBER, people.tree.nation());
    }
  }

  private RequestId forNationalDirector() {
    return people.role("regional-director", "member", Role.NATIONAL_DIRECTOR, people.tree.nation());
  }

  private Unit unit(String name) {
    return java.util.stream.Stream.of(
            people.tree.nation(), people.tree.north(), people.tree.downtown(), people.tree.groupA())
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
