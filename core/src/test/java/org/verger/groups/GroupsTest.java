package org.verger.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.audit.Audit;
import org.verger.audit.AuditEntry;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.people.PeopleFilter;
import org.verger.people.PeopleList;
import org.verger.people.PersonCard;
import org.verger.people.UnknownPersonException;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/** Groups, and who belongs to them. */
class GroupsTest extends ChurchTest {

  @Autowired EnterGroup enterGroup;
  @Autowired ChangeGroup changeGroup;
  @Autowired ChangeGroupMembers members;
  @Autowired GroupDetails details;
  @Autowired GroupList groupList;
  @Autowired PeopleList peopleList;
  @Autowired Audit audit;
  @Autowired Units units;
  @Autowired People people;

  private Tree tree;
  private PersonId leader;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
  }

  @Test
  void aGroupIsEnteredChangedAndEndsWithoutBeingForgotten() {
    GroupId group = enter("Evening", tree.groupA());
    church.run(
        () ->
            changeGroup.change(
                leader,
                group,
                1,
                new GroupForm(
                    "Late",
                    tree.groupB().id().toString(),
                    "class",
                    null,
                    "7",
                    "19:30",
                    null,
                    false)));
    GroupView view = seen(group);
    assertThat(view.name()).isEqualTo("Late");
    assertThat(view.active()).isFalse();
    assertThat(view.meetingDay()).isEqualTo(7);
    assertThat(view.version()).isEqualTo(2);
    assertThatThrownBy(
            () -> church.run(() -> changeGroup.change(leader, group, 1, form("X", tree.groupA()))))
        .isInstanceOf(ChangedMeanwhileException.class);
    assertThat(names(Map.of("active", "true"))).isEmpty();
    assertThat(names(Map.of("kind", "class", "search", "lat"))).containsExactly("Late");
    assertThat(church.call(() -> audit.of(group.toString())))
        .extracting(AuditEntry::action)
        .containsExactly("groups-entered", "groups-changed");
  }

  @Test
  void twoGroupsOfAUnitHaveTwoNames() {
    enter("Evening", tree.groupA());
    enter("Evening", tree.groupB());
    assertThatThrownBy(() -> enter("EVENING", tree.groupA()))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            invalid -> assertThat(invalid.errors().getFirst().field()).isEqualTo("name"));
  }

  @Test
  void groupsOutOfReachAreNobodysToSeeOrChange() {
    GroupId group = enter("Evening", tree.groupA());
    PersonId other = tree.holder(Role.CAMPUS_LEADER, tree.uptown().id());
    assertThat(church.call(() -> details.find(group, other))).isEmpty();
    assertThat(church.call(() -> groupList.list(other, GroupFilter.ALL, null, 10)).items())
        .isEmpty();
    assertThatThrownBy(
            () ->
                church.run(() -> changeGroup.change(other, group, null, form("X", tree.uptown()))))
        .isInstanceOf(UnknownGroupException.class);
    assertThatThrownBy(() -> church.run(() -> members.add(other, group, leader, GroupRole.MEMBER)))
        .isInstanceOf(UnknownGroupException.class);
    assertThatThrownBy(() -> church.call(() -> enterGroup.enter(other, form("X", tree.groupA()))))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void membersComeLeaveAndComeBack() {
    GroupId group = enter("Evening", tree.groupA());
    PersonId ana = personAt(tree.groupA());
    church.run(() -> members.add(leader, group, ana, GroupRole.MEMBER));
    church.run(() -> members.add(leader, group, ana, GroupRole.LEADER));
    assertThat(seen(group).members()).hasSize(1).first().extracting("role").isEqualTo("leader");
    assertThat(ofGroup(group)).hasSize(1);
    advance(Duration.ofDays(3));
    assertThat(church.call(() -> members.end(leader, group, ana))).isTrue();
    assertThat(church.call(() -> members.end(leader, group, ana))).isFalse();
    GroupView.Member left = seen(group).members().getFirst();
    assertThat(left.until()).isEqualTo(left.since().plusDays(3));
    assertThat(seen(group).size()).isZero();
    assertThat(ofGroup(group)).isEmpty();
    church.run(() -> members.add(leader, group, ana, GroupRole.MEMBER));
    assertThat(seen(group).members().getFirst().until()).isNull();
    assertThat(seen(group).members().getFirst().since()).isEqualTo(left.until());
    PersonId far = personAt(tree.uptown());
    assertThatThrownBy(() -> church.run(() -> members.add(leader, group, far, GroupRole.MEMBER)))
        .isInstanceOf(UnknownPersonException.class);
  }

  private GroupId enter(String name, Unit unit) {
    return church.call(() -> enterGroup.enter(leader, form(name, unit)));
  }

  private static GroupForm form(String name, Unit unit) {
    return new GroupForm(name, unit.id().toString(), null, null, null, null, null, null);
  }

  private GroupView seen(GroupId group) {
    return church.call(() -> details.find(group, leader)).orElseThrow();
  }

  private List<String> names(Map<String, String> filter) {
    return church
        .call(() -> groupList.list(leader, GroupFilter.of(filter), null, 10))
        .items()
        .stream()
        .map(GroupView::name)
        .toList();
  }

  private List<PersonCard> ofGroup(GroupId group) {
    PeopleFilter filter = PeopleFilter.of(Map.of("group", group.toString()));
    return church.call(() -> peopleList.list(leader, filter, null, 10)).items();
  }

  private PersonId personAt(Unit unit) {
    PersonId person = tree.holder(new Role("usher"), unit.id());
    church.update("UPDATE person SET unit_id = ? WHERE id = ?", unit.id().value(), person.value());
    return person;
  }
}
