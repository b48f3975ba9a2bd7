package org.verger.groups.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.groups.GroupList;
import org.verger.groups.GroupView;
import org.verger.organisation.PersonId;
import org.verger.pages.PersonSection;
import org.verger.web.Staff;

/** The groups of a person, on the person's page. */
@Component
@RunsInRole(RunsInRole.API)
class GroupsOfPerson implements PersonSection {

  private final GroupList groups;
  private final Staff staff;

  GroupsOfPerson(GroupList groups, Staff staff) {
    this.groups = groups;
    this.staff = staff;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public Optional<Found> find(PersonId person) {
    List<GroupView> of = groups.of(person, staff.person());
    return of.isEmpty() ? Optional.empty() : Optional.of(new Found("groups/person", of));
  }
}
