package org.verger.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
import org.verger.organisation.PersonId;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** Somebody proposes an event of a unit; it is published once the chain has said yes. */
@Component
public class ProposeEvent {

  private final EventKind kind;
  private final Events events;
  private final Units units;
  private final Rules rules;
  private final SubmitRequest submit;

  ProposeEvent(EventKind kind, Events events, Units units, Rules rules, SubmitRequest submit) {
    this.kind = kind;
    this.events = events;
    this.units = units;
    this.rules = rules;
    this.submit = submit;
  }

  /** Who decides, and what time it is. */
  @Component
  record Rules(Chains chains, Clock clock) {}

  /** What somebody proposes. */
  public record Wanted(
      UnitId unit,
      String title,
      @Nullable String description,
      @Nullable String place,
      Instant startsAt,
      Instant endsAt) {}

  /**
   * Takes the proposal.
   *
   * @throws InvalidInputException when a field is wrong; it names all that are
   */
  @Transactional
  public RequestId propose(PersonId by, Wanted wanted) {
    RequestId id = submit.submit(draft(by, wanted));
    events.keep(id, wanted);
    return id;
  }

  /**
   * Takes it again after it was sent back; the unit stays.
   *
   * @throws InvalidInputException when a field is wrong; it names all that are
   * @throws org.verger.approvals.RequestClosedException when it was not sent back
   */
  @Transactional
  public void proposeAgain(RequestId id, PersonId by, Wanted wanted) {
    if (!events.require(id).unit().equals(wanted.unit())) {
      throw InvalidInputException.of("unit", "For another unit, withdraw this and propose anew");
    }
    submit.again(id, by, draft(by, wanted), false);
    events.keep(id, wanted);
  }

  private Draft draft(PersonId by, Wanted wanted) {
    check(wanted);
    Unit unit =
        units
            .find(wanted.unit())
            .orElseThrow(() -> InvalidInputException.of("unit", "Choose a unit of this church"));
    List<ChainStep> steps = rules.chains().of(new Question.ForEvent(unit.level()));
    if (steps.isEmpty()) {
      throw InvalidInputException.of("unit", "Nobody has been named to decide on events there");
    }
    return new Draft(
        kind, unit.id(), new Parties(by, Set.of()), wanted.title().strip(), null, null, steps);
  }

  private void check(Wanted wanted) {
    List<FieldError> errors = new ArrayList<>();
    if (wanted.title().isBlank() || wanted.title().length() > 200) {
      errors.add(new FieldError("title", "Give the event a name of at most 200 letters"));
    }
    if (!wanted.startsAt().isAfter(rules.clock().instant())) {
      errors.add(new FieldError("startsAt", "Choose a time that is still to come"));
    }
    if (!wanted.endsAt().isAfter(wanted.startsAt())) {
      errors.add(new FieldError("endsAt", "Choose an end that lies after the beginning"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
