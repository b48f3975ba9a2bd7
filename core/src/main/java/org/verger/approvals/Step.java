package org.verger.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.PersonId;

/**
 * A step of a request's chain.
 *
 * @param turn how often it was opened; votes count for one turn
 * @param groups whose it is; empty while nobody holds a role that may decide
 * @param askedAt since when the highest of the groups has it
 * @param claimedBy who has taken it to themselves
 * @param reassignedTo who alone is to decide, by an administrator's word
 */
public record Step(
    StepId id,
    RequestId request,
    int chain,
    int place,
    ChainStep what,
    State state,
    int turn,
    List<Group> groups,
    @Nullable Instant openedAt,
    @Nullable Instant askedAt,
    @Nullable Instant dueAt,
    @Nullable PersonId claimedBy,
    @Nullable PersonId reassignedTo,
    @Nullable PersonId decidedBy,
    @Nullable Instant decidedAt) {

  /**
   * A group that may decide.
   *
   * @param escalated whether it was asked because those below did not answer
   */
  public record Group(CandidateGroup group, boolean escalated) {}

  public Step {
    groups = List.copyOf(groups);
  }

  /** What became of a step. */
  public enum State {
    /** Its stage has not come. */
    WAITING,
    OPEN,
    APPROVED,
    /** Counts as said: by the requester's own role, or by an earlier yes of the same person. */
    SKIPPED,
    DECLINED,
    RETURNED,
    /** Nobody has to decide it any more. */
    ENDED;

    /** The form in which it is stored: small letters. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the chain can go on past it. */
    boolean isYes() {
      return this == APPROVED || this == SKIPPED;
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** The candidate groups in the form in which the engine knows them. */
  public List<String> groupNames() {
    return groups.stream().map(group -> group.group().format()).toList();
  }
}
