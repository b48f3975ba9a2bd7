package org.verger.approvals.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.approvals.Attempts;
import org.verger.approvals.DecideByLink;
import org.verger.approvals.DecideStep;
import org.verger.approvals.DecideStep.Outcome;
import org.verger.approvals.Decision;
import org.verger.approvals.RequestChangedException;
import org.verger.approvals.TaskNotReadyException;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Decides for pages, API, links and bulk alike, and says in a sentence what came of it. */
@Component
@RunsInRole(RunsInRole.API)
class Verdicts {

  private final DecideStep decideStep;
  private final Attempts attempts;
  private final People people;
  private final DecideByLink decideByLink;

  Verdicts(DecideStep decideStep, Attempts attempts, People people, DecideByLink decideByLink) {
    this.decideStep = decideStep;
    this.decideByLink = decideByLink;
    this.attempts = attempts;
    this.people = people;
  }

  Verdict decide(DecideStep.Ballot ballot) {
    try {
      return said(() -> verdict(ballot.decision(), decideStep.decide(ballot)));
    } catch (UnknownRequestException unknown) {
      attempts.unknown(ballot.by(), ballot.step().toString(), ballot.route());
      return new Verdict(Verdict.Kind.UNKNOWN, null, "This task is not here for you.");
    }
  }

  /** Decides by a link; empty when it opens nothing. */
  Optional<Verdict> byLink(String token, Decision decision, @Nullable String comment) {
    return Optional.of(
            said(
                () ->
                    decideByLink
                        .decide(token, decision, comment)
                        .map(outcome -> verdict(decision, outcome))
                        .orElseGet(() -> new Verdict(Verdict.Kind.UNKNOWN, null, ""))))
        .filter(verdict -> verdict.kind() != Verdict.Kind.UNKNOWN);
  }

  private static Verdict said(Supplier<Verdict> work) {
    try {
      return work.get();
    } catch (TaskNotReadyException early) {
      return new Verdict(Verdict.Kind.NOT_READY, null, early.getMessage() + ".");
    } catch (RequestChangedException changed) {
      return new Verdict(Verdict.Kind.CHANGED, null, changed.getMessage() + ".");
    } catch (InvalidInputException wrong) {
      return new Verdict(Verdict.Kind.INVALID, null, wrong.errors().getFirst().message() + ".");
    }
  }

  private Verdict verdict(Decision decision, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided done ->
          new Verdict(Verdict.Kind.DECIDED, done.request().value(), thanks(decision));
      case Outcome.Counted counted ->
          new Verdict(
              Verdict.Kind.COUNTED,
              counted.request().value(),
              "Your vote counts: %d of %d yes votes are there."
                  .formatted(counted.yes(), counted.quorum()));
      case Outcome.SaidBefore before ->
          new Verdict(
              Verdict.Kind.SAID_BEFORE,
              before.request().value(),
              "You had said so before; nothing has changed.");
      case Outcome.TooLate late ->
          new Verdict(
              Verdict.Kind.TOO_LATE, late.request().value(), tooLate(late.by(), late.decision()));
      case Outcome.Refused refused ->
          new Verdict(Verdict.Kind.REFUSED, refused.request().value(), refused.reason() + ".");
    };
  }

  private String tooLate(@Nullable PersonId by, @Nullable Decision decision) {
    String who = by == null ? null : people.find(by).map(Person::name).orElse(null);
    if (who == null || decision == null) {
      return "Nobody has to decide this any more.";
    }
    return switch (decision) {
      case APPROVE -> who + " has approved this meanwhile.";
      case DECLINE -> who + " has declined this meanwhile.";
      case RETURN -> who + " has sent this back meanwhile.";
    };
  }

  private static String thanks(Decision decision) {
    return switch (decision) {
      case APPROVE -> "Approved. Thank you!";
      case DECLINE -> "Declined; the requester is told why.";
      case RETURN -> "Sent back; the requester is told what to change.";
    };
  }
}
