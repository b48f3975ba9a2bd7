package org.verger.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

class OrganisationTest extends ChurchTest {

  @Autowired Units units;
  @Autowired People people;
  @Autowired Holders holders;
  @Autowired Access access;

  private Tree tree;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
  }

  @Test
  void aUnitKnowsWhatIsAboveAndBelowIt() {
    assertThat(church.call(() -> units.ancestors(tree.groupA().id())))
        .containsExactly(tree.downtown(), tree.north(), tree.nation());
    assertThat(church.call(() -> units.subtree(tree.north().id())))
        .containsExactly(
            tree.north(), tree.downtown(), tree.uptown(), tree.groupA(), tree.groupB());
    assertThat(tree.groupA().selfAndAncestors())
        .startsWith(tree.groupA().id())
        .endsWith(tree.nation().id());
  }

  @Test
  void aVacantRolePassesUpTheTree() {
    tree.holder(Role.CAMPUS_LEADER, tree.north().id());
    assertThat(church.call(() -> holders.nearest(Role.CAMPUS_LEADER, tree.groupA().id())))
        .contains(new CandidateGroup(Role.CAMPUS_LEADER, tree.north().id()));
    tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThat(church.call(() -> holders.nearest(Role.CAMPUS_LEADER, tree.groupA().id())))
        .contains(new CandidateGroup(Role.CAMPUS_LEADER, tree.downtown().id()));
    assertThat(church.call(() -> holders.nearest(Role.CAMPUS_LEADER, tree.south().id()))).isEmpty();
  }

  @Test
  void whoHasLeftHoldsNothing() {
    PersonId left = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    church.update("UPDATE person SET active = false WHERE id = ?", left.value());
    assertThat(church.call(() -> holders.nearest(Role.CAMPUS_LEADER, tree.downtown().id())))
        .isEmpty();
    assertThat(church.call(() -> access.groupsOf(left))).isEmpty();
  }

  @Test
  void aHoldingEndsWhenThePersonIsRelieved() {
    PersonId leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    church.run(() -> people.assign(leader, Role.CAMPUS_LEADER, tree.downtown().id()));
    assertThat(church.call(() -> people.rolesOf(leader))).hasSize(1);
    church.run(() -> people.relieve(leader, Role.CAMPUS_LEADER, tree.downtown().id()));
    assertThat(church.call(() -> people.rolesOf(leader))).isEmpty();
  }

  @Test
  void theNearestHoldersBelowAreAllOfOneLevel() {
    tree.holder(Role.GROUP_LEADER, tree.groupA().id());
    tree.holder(Role.GROUP_LEADER, tree.groupA().id());
    tree.holder(Role.GROUP_LEADER, tree.groupB().id());
    assertThat(church.call(() -> holders.below(Role.GROUP_LEADER, tree.downtown().id())))
        .containsExactlyInAnyOrder(
            new CandidateGroup(Role.GROUP_LEADER, tree.groupA().id()),
            new CandidateGroup(Role.GROUP_LEADER, tree.groupB().id()));
    assertThat(church.call(() -> holders.below(Role.GROUP_LEADER, tree.uptown().id()))).isEmpty();
  }

  @Test
  void aRoleReachesTheSubtreeBelowItAndNothingElse() {
    PersonId director = tree.holder(Role.REGIONAL_DIRECTOR, tree.north().id());
    assertThat(reaches(director, Area.PEOPLE, tree.groupA())).isTrue();
    assertThat(reaches(director, Area.PEOPLE, tree.south())).isFalse();
    assertThat(reaches(director, Area.PEOPLE, tree.nation())).isFalse();
  }

  @Test
  void onlyAdminsDecideEverything() {
    PersonId admin = tree.holder(Role.ADMIN, tree.south().id());
    PersonId operator = tree.holder(Role.OPERATOR, tree.south().id());
    Set<CandidateGroup> groups =
        Set.of(new CandidateGroup(Role.CAMPUS_LEADER, tree.downtown().id()));
    assertThat(church.call(() -> access.mayDecide(admin, groups))).isTrue();
    assertThat(church.call(() -> access.mayDecide(operator, groups))).isFalse();
    assertThatThrownBy(() -> church.run(() -> access.requireDecide(operator, groups)))
        .isInstanceOf(NotAllowedException.class)
        .hasMessageContaining("campus-leader");
  }

  private boolean reaches(PersonId person, Area area, Unit unit) {
    return church.call(() -> access.reaches(person, area, unit.id()));
  }

  @Test
  void aCandidateGroupIsReadAsItIsWritten() {
    CandidateGroup group = new CandidateGroup(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThat(CandidateGroup.parse(group.format())).isEqualTo(group);
    assertThat(group.format()).isEqualTo("campus-leader@" + tree.downtown().id());
    for (String wrong : List.of("campus-leader", "Campus@x", "campus-leader@x")) {
      assertThatIllegalArgumentException().isThrownBy(() -> CandidateGroup.parse(wrong));
    }
  }

  @Test
  void aUnitBelowNothingIsRefused() {
    assertThatThrownBy(
            () -> church.run(() -> units.create(UnitId.random(), Level.CAMPUS, "Nowhere")))
        .isInstanceOf(UnknownUnitException.class);
  }
}
