package org.verger.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.verger.audit.Audit;
import org.verger.audit.AuditEntry;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;
import org.verger.validation.InvalidInputException;

class RightsTest extends ChurchTest {

  @Autowired Units units;
  @Autowired People people;
  @Autowired Access access;
  @Autowired Rights rights;
  @Autowired ChangeRoles changeRoles;
  @Autowired ChangeUnits changeUnits;
  @Autowired Audit audit;

  private Tree tree;
  private PersonId admin;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    admin = tree.holder(Role.ADMIN, tree.nation().id());
  }

  // The role is held at group A, which lies in Downtown, which lies in the North.
  @ParameterizedTest
  @CsvSource({
    "full,    true,  true,  true,  true,  true",
    "region,  false, true,  true,  true,  false",
    "campus,  false, false, true,  true,  false",
    "group,   false, false, false, true,  false",
    "limited, false, false, false, false, false",
    "none,    false, false, false, false, false",
  })
  void aRightReachesAsFarAsItsExtentSays(
      String extent,
      boolean nation,
      boolean north,
      boolean downtown,
      boolean group,
      boolean south) {
    PersonId leader = tree.holder(Role.GROUP_LEADER, tree.groupA().id());
    set(Role.GROUP_LEADER, Area.MONEY, Extent.of(extent).orElseThrow());
    assertThat(reaches(leader, Area.MONEY, tree.nation())).isEqualTo(nation);
    assertThat(reaches(leader, Area.MONEY, tree.north())).isEqualTo(north);
    assertThat(reaches(leader, Area.MONEY, tree.downtown())).isEqualTo(downtown);
    assertThat(reaches(leader, Area.MONEY, tree.groupA())).isEqualTo(group);
    assertThat(reaches(leader, Area.MONEY, tree.south())).isEqualTo(south);
  }

  @Test
  void aRightForACampusThatIsHeldAboveTheCampusesReachesAllBelow() {
    PersonId leader = tree.holder(Role.CAMPUS_LEADER, tree.north().id());
    assertThat(reaches(leader, Area.PEOPLE, tree.uptown())).isTrue();
    assertThat(reaches(leader, Area.PEOPLE, tree.nation())).isFalse();
  }

  @Test
  void oneAreaSaysNothingAboutAnother() {
    PersonId director = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    assertThat(reaches(director, Area.MONEY, tree.groupA())).isTrue();
    assertThat(reaches(director, Area.PEOPLE, tree.groupA())).isFalse();
  }

  @Test
  void aRoleOfTheChurchsOwnMayDoNothingUntilItIsGivenRights() {
    Role usher = new Role("usher");
    PersonId person = tree.holder(usher, tree.downtown().id());
    assertThat(reaches(person, Area.EVENTS, tree.downtown())).isFalse();
    set(usher, Area.EVENTS, Extent.CAMPUS);
    assertThat(reaches(person, Area.EVENTS, tree.downtown())).isTrue();
    assertThat(church.call(rights::matrix))
        .filteredOn(row -> row.role().equals(usher))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.extents())
                    .containsEntry(Area.EVENTS, Extent.CAMPUS)
                    .containsEntry(Area.MONEY, Extent.NONE));
  }

  @Test
  void whoHasLeftReachesNothing() {
    church.update("UPDATE person SET active = false WHERE id = ?", admin.value());
    assertThat(church.call(() -> access.reachOf(admin, Area.SYSTEM)).everything()).isFalse();
  }

  @Test
  void onlyWhoLooksAfterTheSystemChangesRightsRolesAndUnits() {
    PersonId leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    for (Runnable attempt :
        new Runnable[] {
          () -> rights.set(leader, Role.CAMPUS_LEADER, Area.MONEY, Extent.FULL),
          () -> changeRoles.assign(leader, leader, Role.ADMIN, tree.downtown().id()),
          () -> changeUnits.add(leader, tree.downtown().id(), Level.GROUP, "Mine"),
          () -> changeUnits.rename(leader, tree.downtown().id(), "Mine"),
        }) {
      assertThatThrownBy(() -> church.run(attempt)).isInstanceOf(NotAllowedException.class);
    }
    assertThat(church.count("SELECT count(*) FROM audit_entry")).isZero();
  }

  @Test
  void administratorsCannotBeLockedOut() {
    assertThatThrownBy(() -> set(Role.ADMIN, Area.SYSTEM, Extent.NONE))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> church.run(() -> changeRoles.relieve(admin, holding(admin))))
        .isInstanceOf(InvalidInputException.class);
    PersonId second = tree.holder(Role.ADMIN, tree.nation().id());
    assertThat(church.call(() -> changeRoles.relieve(second, holding(admin)))).isTrue();
    assertThat(church.call(() -> access.reachOf(admin, Area.SYSTEM)).everything()).isFalse();
  }

  @Test
  void everyChangeIsInTheAuditLogWithWhoDidIt() {
    PersonId person = tree.holder(Role.MEMBER, tree.groupA().id());
    church.run(() -> changeRoles.assign(admin, person, Role.GROUP_LEADER, tree.groupA().id()));
    set(Role.GROUP_LEADER, Area.MONEY, Extent.NONE);
    assertThat(church.call(() -> audit.of(person.toString())))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("organisation-role-assigned");
              assertThat(entry.person()).isEqualTo("Daniel Okafor");
              assertThat(entry.detail())
                  .isEqualTo(Map.of("role", "group-leader", "unit", "Group A"));
            });
    assertThat(church.call(() -> audit.of("group-leader")))
        .extracting(AuditEntry::detail)
        .containsExactly(Map.of("area", "money", "before", "group", "after", "none"));
  }

  @Test
  void theAuditLogCannotBeChangedByAnyCodeOfTheChurch() {
    set(Role.GROUP_LEADER, Area.MONEY, Extent.NONE);
    for (String statement :
        new String[] {
          "UPDATE audit_entry SET action = 'nothing'",
          "DELETE FROM audit_entry",
          "TRUNCATE audit_entry",
        }) {
      assertThatThrownBy(() -> church.update(statement)).isInstanceOf(DataAccessException.class);
    }
    assertThat(church.count("SELECT count(*) FROM audit_entry")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "REGIONAL, true",
    "CAMPUS, true",
    "GROUP, true",
    "DEPARTMENT, false",
    "NATIONAL, false"
  })
  void aUnitStandsOnlyWhereItsLevelCan(Level level, boolean allowed) {
    if (allowed) {
      Unit unit =
          church.call(() -> changeUnits.add(admin, tree.nation().id(), level, "  New one "));
      assertThat(unit.name()).isEqualTo("New one");
      assertThat(unit.path()).startsWith(tree.nation().path());
    } else {
      assertThatThrownBy(
              () -> church.run(() -> changeUnits.add(admin, tree.nation().id(), level, "New one")))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  private void set(Role role, Area area, Extent extent) {
    church.run(() -> rights.set(admin, role, area, extent));
  }

  private boolean reaches(PersonId person, Area area, Unit unit) {
    return church.call(() -> access.reaches(person, area, unit.id()));
  }

  private java.util.UUID holding(PersonId person) {
    return people.holders(Reach.EVERYTHING).stream()
        .filter(holder -> holder.person().equals(person))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
