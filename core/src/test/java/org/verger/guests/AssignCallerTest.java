package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.testing.Church;

class AssignCallerTest extends GuestTest {

  @Autowired AssignCaller assignCaller;
  @Autowired Campaigns campaigns;

  private GuestId guest;

  @BeforeEach
  void aGuestOfTheCampus() {
    church.run(
        () -> campaigns.save(new Campaigns.Campaign("downtown", "Card", tree.downtown().id())));
    guest =
        church.call(
            () ->
                registerGuest.register(
                    new ConnectForm("Ana", null, PHONE, null, null, "downtown", null, null)));
  }

  @Test
  void theLeadersOfTheGroupsBelowTheCampusAreAskedAndThenTheCampusLeader() {
    tree.holder(Role.GROUP_LEADER, tree.groupA().id());
    tree.holder(Role.GROUP_LEADER, tree.groupB().id());
    tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    AssignCaller.Callers callers = assign();
    assertThat(callers.callerGroups())
        .containsExactlyInAnyOrder(
            group(Role.GROUP_LEADER, tree.groupA()), group(Role.GROUP_LEADER, tree.groupB()));
    assertThat(callers.leaderGroups()).containsExactly(group(Role.CAMPUS_LEADER, tree.downtown()));
  }

  @Test
  void withoutGroupLeadersTheCampusLeaderCalls() {
    tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThat(assign().callerGroups()).containsExactly(group(Role.CAMPUS_LEADER, tree.downtown()));
  }

  @Test
  void aVacancyMovesUpToTheRegionTheNationAndAtLastTheAdmins() {
    assertThat(assign().leaderGroups()).containsExactly(group(Role.ADMIN, tree.nation()));
    tree.holder(Role.NATIONAL_DIRECTOR, tree.nation().id());
    assertThat(assign().leaderGroups())
        .containsExactly(group(Role.NATIONAL_DIRECTOR, tree.nation()));
    tree.holder(Role.REGIONAL_DIRECTOR, tree.north().id());
    AssignCaller.Callers callers = assign();
    assertThat(callers.leaderGroups()).containsExactly(group(Role.REGIONAL_DIRECTOR, tree.north()));
    assertThat(callers.callerGroups()).isEqualTo(callers.leaderGroups());
  }

  @Test
  void aChurchWithoutUnitsIsToldWhatToDo() {
    Church bare = newChurch();
    GuestId alone = bare.call(() -> registerGuest.register(Forms.form(PHONE, null)));
    assertThatThrownBy(() -> bare.run(() -> assignCaller.assign(alone)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("create the national unit");
  }

  private AssignCaller.Callers assign() {
    return church.call(() -> assignCaller.assign(guest));
  }

  private static String group(Role role, Unit unit) {
    return new CandidateGroup(role, unit.id()).format();
  }
}
