package org.verger.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.verger.approvals.ExecutionFailedException;
import org.verger.approvals.RequestId;
import org.verger.approvals.RequestKind;
import org.verger.audit.Audit;
import org.verger.organisation.Area;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.Units;

/** Requests that somebody be given a role. */
@Component
class RoleKind implements RequestKind {

  private final RoleRequests requests;
  private final People people;
  private final Units units;
  private final Audit audit;

  RoleKind(RoleRequests requests, People people, Units units, Audit audit) {
    this.requests = requests;
    this.people = people;
    this.units = units;
    this.audit = audit;
  }

  @Override
  public String code() {
    return "role";
  }

  @Override
  public String startMessage() {
    return "role-requested";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public String doneStatus() {
    return "assigned";
  }

  @Override
  public List<Fact> facts(RequestId request) {
    RoleRequests.RoleRequest asked = requests.require(request);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Person", asked.name()));
    facts.add(Fact.of("Role", asked.role().words()));
    facts.add(Fact.of("Where", units.require(asked.unit()).name()));
    String held =
        String.join(
            ", ",
            people.rolesOf(asked.person()).stream()
                .map(one -> one.role().words() + " at " + units.require(one.unit()).name())
                .toList());
    facts.add(Fact.of("Serves so far as", held.isEmpty() ? "nothing yet" : held));
    String reason = asked.reason();
    if (reason != null && !reason.isBlank()) {
      facts.add(Fact.of("Why", reason));
    }
    return facts;
  }

  @Override
  public void execute(RequestId request) {
    RoleRequests.RoleRequest asked = requests.require(request);
    if (people.find(asked.person()).filter(Person::active).isEmpty()) {
      throw new ExecutionFailedException(
          "The person no longer serves in this church, so no role can be given to them");
    }
    people.assign(asked.person(), asked.role(), asked.unit());
    audit.record(
        "organisation-role-assigned",
        asked.person().toString(),
        null,
        Map.of(
            "role",
            asked.role().value(),
            "unit",
            units.require(asked.unit()).name(),
            "request",
            request.toString()));
  }
}
