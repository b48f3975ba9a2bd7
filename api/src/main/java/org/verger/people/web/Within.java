package org.verger.people.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Area;
import org.verger.organisation.Reach;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.paging.Page;
import org.verger.people.PeopleFilter;
import org.verger.people.PeopleList;
import org.verger.people.PersonCard;
import org.verger.web.Given;
import org.verger.web.Staff;

/** What whoever is signed in reaches, for the choices of forms. */
@Component("peopleWithin")
@RunsInRole(RunsInRole.API)
class Within {

  private static final int MOST_OFFERED = 12;

  private final Units units;
  private final PeopleList people;
  private final Staff staff;

  Within(Units units, PeopleList people, Staff staff) {
    this.units = units;
    this.people = people;
    this.staff = staff;
  }

  /** The units whose people they see. */
  List<Unit> seen() {
    Reach reach = staff.reach(Area.PEOPLE);
    return units.all().stream().filter(reach::covers).toList();
  }

  /** The units whose people they may change. */
  List<Unit> changeable() {
    Reach data = staff.reach(Area.MEMBER_DATA);
    return seen().stream().filter(data::covers).toList();
  }

  /** Whether they may change those who belong to no unit. */
  boolean everywhere() {
    return staff.reach(Area.PEOPLE).everything() && staff.reach(Area.MEMBER_DATA).everything();
  }

  /** Those whom a part of a name can mean; nobody for none. */
  List<PersonCard> called(@Nullable String name) {
    String text = Given.text(name);
    Page<PersonCard> found =
        text.isEmpty()
            ? new Page<>(List.of(), null)
            : people.list(
                staff.person(), PeopleFilter.of(Map.of("search", text)), null, MOST_OFFERED);
    return found.items();
  }
}
