package org.verger.people.web;

import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.people.ChangePerson;
import org.verger.people.EnterPerson;
import org.verger.people.MovePerson;
import org.verger.people.PeopleList;
import org.verger.people.PersonDetails;

/** What can be done with people. */
@Component
@RunsInRole(RunsInRole.API)
record PeopleDesk(
    PeopleList list,
    PersonDetails details,
    EnterPerson enter,
    ChangePerson change,
    MovePerson move) {}
