package org.verger.people.web;

import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.people.ChangeHousehold;
import org.verger.people.EnterHousehold;
import org.verger.people.HouseholdDetails;
import org.verger.people.HouseholdList;

/** What can be done with families. */
@Component
@RunsInRole(RunsInRole.API)
record FamilyDesk(
    HouseholdList list, HouseholdDetails details, EnterHousehold enter, ChangeHousehold change) {}
