package org.verger.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

class ApproversTest extends ChurchTest {

  private static final ChainStep CAMPUS_LEADER = new ChainStep(1, Role.CAMPUS_LEADER, 1);
  private static final ChainStep BOARD = new ChainStep(1, Role.BOARD_MEMBER, 3);

  @Autowired Units units;
  @Autowired People people;
  @Autowired Approvers approvers;

  private Tree tree;
  private PersonId member;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    member = tree.holder(Role.MEMBER, tree.groupA().id());
  }

  @Test
  void theNearestHolderAtOrAboveTheUnitDecides() {
    PersonId near = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    tree.holder(Role.CAMPUS_LEADER, tree.north().id());
    tree.holder(Role.CAMPUS_LEADER, tree.uptown().id());
    assertThat(open(CAMPUS_LEADER, true))
        .isEqualTo(asked(Role.CAMPUS_LEADER, tree.downtown(), near));
  }

  @Test
  void aRoleThatIsVacantAtItsOwnLevelIsLookedForAbove() {
    PersonId above = tree.holder(Role.CAMPUS_LEADER, tree.north().id());
    assertThat(open(CAMPUS_LEADER, true)).isEqualTo(asked(Role.CAMPUS_LEADER, tree.north(), above));
  }

  @Test
  void aRoleThatIsVacantUpToTheTopPassesToTheNextOneUp() {
    PersonId national = tree.holder(Role.NATIONAL_DIRECTOR, tree.nation().id());
    assertThat(open(CAMPUS_LEADER, true))
        .isEqualTo(asked(Role.NATIONAL_DIRECTOR, tree.nation(), national));
    PersonId regional = tree.holder(Role.REGIONAL_DIRECTOR, tree.north().id());
    assertThat(open(CAMPUS_LEADER, true))
        .isEqualTo(asked(Role.REGIONAL_DIRECTOR, tree.north(), regional));
  }

  @Test
  void aHolderOfAnotherBranchIsNeverAsked() {
    tree.holder(Role.CAMPUS_LEADER, tree.uptown().id());
    tree.holder(Role.REGIONAL_DIRECTOR, tree.south().id());
    assertThat(open(CAMPUS_LEADER, true)).isEqualTo(new Opening.Nobody());
  }

  @Test
  void whoHasLeftIsNeverAsked() {
    PersonId left = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    church.update("UPDATE person SET active = false WHERE id = ?", left.value());
    PersonId above = tree.holder(Role.CAMPUS_LEADER, tree.north().id());
    assertThat(open(CAMPUS_LEADER, true)).isEqualTo(asked(Role.CAMPUS_LEADER, tree.north(), above));
  }

  @Test
  void aStepWhoseRoleTheRequesterHoldsCountsAsSubmitted() {
    PersonId requester = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThat(open(CAMPUS_LEADER, parties(requester), false)).isEqualTo(new Opening.Submitted());
  }

  @Test
  void theLastStepIsAlwaysAnotherPersons() {
    PersonId requester = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    PersonId above = tree.holder(Role.REGIONAL_DIRECTOR, tree.north().id());
    assertThat(open(CAMPUS_LEADER, parties(requester), true))
        .isEqualTo(asked(Role.REGIONAL_DIRECTOR, tree.north(), above));
    PersonId beside = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThat(open(CAMPUS_LEADER, parties(requester), true))
        .isEqualTo(asked(Role.CAMPUS_LEADER, tree.downtown(), beside));
  }

  @Test
  void whoHoldsTheRoleFurtherUpThanTheNearestHolderHasNotSubmittedTheStep() {
    PersonId near = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    PersonId requester = tree.holder(Role.CAMPUS_LEADER, tree.north().id());
    assertThat(open(CAMPUS_LEADER, parties(requester), false))
        .isEqualTo(asked(Role.CAMPUS_LEADER, tree.downtown(), near));
  }

  @Test
  void whoIsPaidOrGainsNeverDecides() {
    PersonId payee = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    PersonId beneficiary = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    Parties parties = new Parties(member, Set.of(payee, beneficiary));
    assertThat(open(CAMPUS_LEADER, parties, false)).isEqualTo(new Opening.Nobody());
    PersonId above = tree.holder(Role.REGIONAL_DIRECTOR, tree.north().id());
    assertThat(open(CAMPUS_LEADER, parties, false))
        .isEqualTo(asked(Role.REGIONAL_DIRECTOR, tree.north(), above));
    PersonId third = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThat(open(CAMPUS_LEADER, parties, false))
        .isEqualTo(asked(Role.CAMPUS_LEADER, tree.downtown(), third));
  }

  @Test
  void onePersonWithTwoRolesOfAChainDecidesOnce() {
    PersonId both = tree.holder(Role.GROUP_LEADER, tree.groupA().id());
    church.run(() -> people.assign(both, Role.CAMPUS_LEADER, tree.downtown().id()));
    assertThat(open(CAMPUS_LEADER, parties(member), true, both))
        .isEqualTo(new Opening.Decided(both));
    PersonId other = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThat(open(CAMPUS_LEADER, parties(member), true, both))
        .isEqualTo(asked(Role.CAMPUS_LEADER, tree.downtown(), other));
  }

  @Test
  void aVacantFinanceDirectorPassesToTheBoardAndNotToWhoJustDecided() {
    PersonId national = tree.holder(Role.NATIONAL_DIRECTOR, tree.nation().id());
    ChainStep finance = new ChainStep(2, Role.FINANCE_DIRECTOR, 1);
    assertThat(open(finance, parties(member), true, national)).isEqualTo(new Opening.Nobody());
    PersonId board = tree.holder(Role.BOARD_MEMBER, tree.nation().id());
    assertThat(open(finance, parties(member), true, national))
        .isEqualTo(asked(Role.BOARD_MEMBER, tree.nation(), board));
  }

  @Test
  void aBoardIsAskedOnceItCanReachItsQuorumWithoutThoseWhoGain() {
    PersonId first = tree.holder(Role.BOARD_MEMBER, tree.nation().id());
    PersonId second = tree.holder(Role.BOARD_MEMBER, tree.nation().id());
    PersonId third = tree.holder(Role.BOARD_MEMBER, tree.nation().id());
    assertThat(open(BOARD, parties(third), true)).isEqualTo(new Opening.Nobody());
    assertThat(open(BOARD, parties(member), true))
        .isEqualTo(asked(Role.BOARD_MEMBER, tree.nation(), first, second, third));
  }

  @Test
  void escalationGoesOneLevelUpAndNeverToWhoWasAskedOrGains() {
    PersonId near = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    CandidateGroup group = new CandidateGroup(Role.CAMPUS_LEADER, tree.downtown().id());
    PersonId regional = tree.holder(Role.REGIONAL_DIRECTOR, tree.north().id());
    PersonId national = tree.holder(Role.NATIONAL_DIRECTOR, tree.nation().id());
    assertThat(above(group, parties(member), near))
        .contains(seat(Role.REGIONAL_DIRECTOR, tree.north(), regional));
    assertThat(above(group, parties(regional), near))
        .contains(seat(Role.NATIONAL_DIRECTOR, tree.nation(), national));
    assertThat(above(group, parties(regional), near, national)).isEmpty();
  }

  private Optional<Seat> above(CandidateGroup group, Parties parties, PersonId... asked) {
    return church.call(() -> approvers.above(group, parties, List.of(asked)));
  }

  private Opening open(ChainStep step, boolean last) {
    return open(step, parties(member), last);
  }

  private Opening open(ChainStep step, Parties parties, boolean last, PersonId... saidYes) {
    return church.call(
        () -> approvers.open(step, tree.groupA().id(), parties, List.of(saidYes), last));
  }

  private static Parties parties(PersonId requester) {
    return new Parties(requester, Set.of());
  }

  private static Opening asked(Role role, Unit unit, PersonId... people) {
    return new Opening.Asked(seat(role, unit, people));
  }

  private static Seat seat(Role role, Unit unit, PersonId... people) {
    return new Seat(new CandidateGroup(role, unit.id()), Arrays.asList(people));
  }
}
