package org.verger.approvals;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/**
 * Somebody decides a step. Decisions on one request come one after the other; the record and the
 * word to the engine are one transaction, so a decision counts while the engine is away.
 */
@Component
public class DecideStep {

  private final Requests requests;
  private final Steps steps;
  private final Authority authority;
  private final CountVote count;
  private final Attempts attempts;

  DecideStep(
      Requests requests, Steps steps, Authority authority, CountVote count, Attempts attempts) {
    this.requests = requests;
    this.steps = steps;
    this.authority = authority;
    this.count = count;
    this.attempts = attempts;
  }

  /**
   * What somebody says.
   *
   * @param comment needed to decline and to send back
   * @param seen the version of the request that they looked at; null when they do not say
   * @param route by which way it came: page, api, link, bulk
   */
  public record Ballot(
      StepId step,
      PersonId by,
      Decision decision,
      @Nullable String comment,
      @Nullable Integer seen,
      String route) {}

  /** How it ended. */
  public sealed interface Outcome {

    /** It counts, and the step is decided by it. */
    record Decided(RequestId request) implements Outcome {}

    /** It counts; more votes are needed. */
    record Counted(RequestId request, int yes, int quorum) implements Outcome {}

    /**
     * They may not decide it; nothing was changed, and the attempt is kept.
     *
     * @param reason a sentence for them, without its full stop
     */
    record Refused(RequestId request, String reason) implements Outcome {}

    /** They had said so before; nothing was changed. */
    record SaidBefore(RequestId request) implements Outcome {}

    /**
     * The step was decided before, or is no longer asked; nothing was changed.
     *
     * @param by who decided; null when nobody did, as after a withdrawal
     */
    record TooLate(
        RequestId request, @Nullable PersonId by, @Nullable Decision decision, Step.State state)
        implements Outcome {}
  }

  /**
   * Keeps the decision.
   *
   * @throws UnknownRequestException when there is no such step
   * @throws RequestChangedException when it is no longer the request that was looked at
   * @throws InvalidInputException when a reason is missing
   * @throws TaskNotReadyException when the engine is only just opening the task
   */
  @Transactional
  public Outcome decide(Ballot ballot) {
    Step found = step(ballot.step());
    Request request = requests.lock(found.request());
    Step step = step(ballot.step());
    return count
        .before(request, step, ballot)
        .map(before -> toldTo(before, request, step, ballot))
        .orElseGet(
            () ->
                switch (authority.of(request, step, ballot.by())) {
                  case Authority.Standing.Allowed allowed -> decide(request, step, ballot, allowed);
                  case Authority.Standing.Refused refused ->
                      attempts.refused(request, step, ballot, refused.reason());
                });
  }

  // Whoever knows a step's id would learn by trying who decided it.
  private Outcome toldTo(Outcome before, Request request, Step step, Ballot ballot) {
    return before instanceof Outcome.TooLate && !authority.isAsked(step, ballot.by())
        ? attempts.refused(request, step, ballot, Authority.NO_SAY)
        : before;
  }

  private Step step(StepId id) {
    return steps.find(id).orElseThrow(() -> new UnknownRequestException(id.toString()));
  }

  private Outcome decide(
      Request request, Step step, Ballot ballot, Authority.Standing.Allowed standing) {
    if (ballot.seen() != null && ballot.seen() != request.version()) {
      throw new RequestChangedException(request.version());
    }
    String comment = ballot.comment() == null ? "" : ballot.comment().strip();
    if (ballot.decision() != Decision.APPROVE && comment.isEmpty()) {
      throw InvalidInputException.of("comment", "Say why, so that the requester can follow");
    }
    return count.count(request, step, ballot, standing.onBehalf());
  }
}
