package org.verger.groups.web;

import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.groups.ChangeGroup;
import org.verger.groups.ChangeGroupMembers;
import org.verger.groups.EnterGroup;
import org.verger.groups.GroupDetails;
import org.verger.groups.GroupId;
import org.verger.groups.GroupList;
import org.verger.groups.GroupView;
import org.verger.groups.UnknownGroupException;
import org.verger.organisation.PersonId;

/** What can be done with groups. */
@Component
@RunsInRole(RunsInRole.API)
record GroupDesk(
    GroupList list,
    GroupDetails details,
    EnterGroup enter,
    ChangeGroup change,
    ChangeGroupMembers members) {

  /**
   * The group.
   *
   * @throws UnknownGroupException when there is none that the person may see
   */
  GroupView require(GroupId id, PersonId person) {
    return details.find(id, person).orElseThrow(() -> new UnknownGroupException(id));
  }
}
