package org.verger.analytics.batch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.verger.analytics.CheckRecords;
import org.verger.analytics.RollUp;
import org.verger.analytics.Scope;
import org.verger.analytics.Subject;
import org.verger.batch.RunContext;
import org.verger.batch.RunHeldException;

/** What the night and a back-fill have in common. */
@Component
class RollUpSteps {

  private final RollUp rollUp;
  private final CheckRecords checkRecords;

  RollUpSteps(RollUp rollUp, CheckRecords checkRecords) {
    this.rollUp = rollUp;
    this.checkRecords = checkRecords;
  }

  /** Rolls up some days of a subject, or says in the log what holds it. */
  boolean unlessHeld(Subject subject, Scope scope, RunContext run) {
    return switch (rollUp.next(subject, scope)) {
      case RollUp.Outcome.RolledUp some -> count(some, run);
      case RollUp.Outcome.Held held -> {
        run.log("Held: %s (%s)".formatted(subject.code(), String.join("; ", held.why())));
        yield false;
      }
    };
  }

  /**
   * Looks once more at what is left, and rolls it up as far as it may be.
   *
   * @throws RunHeldException when a check still holds something back
   */
  boolean whatWasHeld(Scope scope, Set<Subject> subjects, RunContext run) {
    checkRecords.check(scope);
    Set<String> why = new LinkedHashSet<>();
    boolean more = false;
    for (Subject subject : subjects) {
      switch (rollUp.next(subject, scope)) {
        case RollUp.Outcome.RolledUp some -> more |= count(some, run);
        case RollUp.Outcome.Held held -> why.addAll(held.why());
      }
    }
    if (!more && !why.isEmpty()) {
      throw new RunHeldException(String.join("; ", why));
    }
    return more;
  }

  private static boolean count(RollUp.Outcome.RolledUp some, RunContext run) {
    run.read(some.days());
    run.written(some.days());
    return some.left() > 0;
  }
}
