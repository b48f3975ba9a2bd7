package org.verger.roles;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.approvals.ChainStep;
import org.verger.approvals.Chains;
import org.verger.approvals.Draft;
import org.verger.approvals.Parties;
import org.verger.approvals.Question;
import org.verger.approvals.RequestId;
import org.verger.approvals.SubmitRequest;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.validation.InvalidInputException;

/** Somebody asks that a person be given a role at a unit. */
@Component
public class AskForRole {

  private final RoleKind kind;
  private final RoleRequests requests;
  private final Places places;
  private final Chains chains;
  private final SubmitRequest submit;

  AskForRole(
      RoleKind kind, RoleRequests requests, Places places, Chains chains, SubmitRequest submit) {
    this.kind = kind;
    this.requests = requests;
    this.places = places;
    this.chains = chains;
    this.submit = submit;
  }

  /** Where and who people are. */
  @Component
  record Places(People people, Units units) {}

  /**
   * What somebody wants.
   *
   * @param reason why this person; may be empty
   */
  public record Wanted(PersonId person, Role role, UnitId unit, @Nullable String reason) {}

  /**
   * Takes the request.
   *
   * @throws InvalidInputException when a field is wrong
   */
  @Transactional
  public RequestId ask(PersonId by, Wanted wanted) {
    RequestId id = submit.submit(draft(by, wanted));
    requests.keep(id, wanted);
    return id;
  }

  /**
   * Takes it again after it was sent back. Another person or role is another question; the unit
   * stays.
   *
   * @throws InvalidInputException when a field is wrong
   * @throws org.verger.approvals.RequestClosedException when it was not sent back
   */
  @Transactional
  public void askAgain(RequestId id, PersonId by, Wanted wanted) {
    RoleRequests.RoleRequest before = requests.require(id);
    if (!wanted.unit().equals(before.unit())) {
      throw InvalidInputException.of("unit", "For another unit, withdraw this and ask anew");
    }
    boolean another =
        !wanted.person().equals(before.person()) || !wanted.role().equals(before.role());
    submit.again(id, by, draft(by, wanted), another);
    requests.keep(id, wanted);
  }

  private Draft draft(PersonId by, Wanted wanted) {
    Person person =
        places
            .people()
            .find(wanted.person())
            .filter(Person::active)
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "person", "Choose somebody who serves in this church"));
    Unit unit =
        places
            .units()
            .find(wanted.unit())
            .orElseThrow(() -> InvalidInputException.of("unit", "Choose a unit of this church"));
    refuseWhatIsHeld(wanted);
    return new Draft(
        kind,
        unit.id(),
        new Parties(by, Set.of(person.id())),
        "%s as %s, %s".formatted(person.name(), wanted.role().words(), unit.name()),
        null,
        null,
        steps(wanted.role()));
  }

  private void refuseWhatIsHeld(Wanted wanted) {
    CandidateGroup asked = new CandidateGroup(wanted.role(), wanted.unit());
    if (places.people().rolesOf(wanted.person()).stream()
        .anyMatch(held -> held.group().equals(asked))) {
      throw InvalidInputException.of("role", "They hold this role there already");
    }
  }

  private List<ChainStep> steps(Role role) {
    List<ChainStep> steps = chains.of(new Question.ForRole(role));
    if (steps.isEmpty()) {
      throw InvalidInputException.of(
          "role", "No chain decides on this role: an administrator gives it on the unit's page");
    }
    return steps;
  }
}
