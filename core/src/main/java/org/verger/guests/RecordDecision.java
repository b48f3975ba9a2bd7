package org.verger.guests;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;

/** A guest decided: the follow-up ends, and somebody is asked to plan the discipleship. */
@Component
public class RecordDecision {

  private final GuestChanges changes;
  private final Decisions decisions;

  RecordDecision(GuestChanges changes, Decisions decisions) {
    this.changes = changes;
    this.decisions = decisions;
  }

  /**
   * Keeps the decision. Of further ones only that for membership changes the stage: whoever is in
   * discipleship becomes a member by it.
   *
   * @param by who heard of it; null when a system did
   * @throws UnknownGuestException when there is no such guest within that person's reach
   */
  @Transactional
  public void record(GuestId id, DecisionKind kind, @Nullable String note, @Nullable PersonId by) {
    Guest guest = changes.open(id, by);
    decisions.add(id, kind, by);
    changes.note(guest, ActivityKind.DECISION, kind.code(), note, by);
    if (changes.moveIfLegal(guest, Stage.DECIDED, StageCause.DECISION, by)) {
      changes.begin(guest, "guest-decided");
    } else if (kind == DecisionKind.MEMBERSHIP) {
      changes.moveIfLegal(guest, Stage.MEMBER, StageCause.DECISION, by);
    }
  }
}
