package org.verger.approvals;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.PersonId;

/** Keeps what somebody tried and had no right to. */
@Component
public class Attempts {

  private final Audit audit;

  Attempts(Audit audit) {
    this.audit = audit;
  }

  DecideStep.Outcome refused(Request request, Step step, DecideStep.Ballot ballot, String reason) {
    audit.record(
        "approvals-decision-refused",
        request.id().toString(),
        ballot.by().value(),
        Map.of(
            "step",
            step.what().role().value(),
            "decision",
            ballot.decision().code(),
            "route",
            ballot.route(),
            "reason",
            reason));
    return new DecideStep.Outcome.Refused(request.id(), reason);
  }

  /** Keeps that somebody tried to decide what is not there for them. */
  @Transactional
  public void unknown(PersonId by, String id, String route) {
    audit.record("approvals-decision-refused", id, by.value(), Map.of("route", route));
  }
}
