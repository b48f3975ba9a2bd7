package org.verger.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as lists show it.
 *
 * @param id the step's
 * @param kind the request's
 * @param step the role that it waits for
 * @param requester by name
 * @param unit by name
 * @param amount in minor units; null when it is not about money
 * @param dueAt when those who are asked are reminded
 * @param claimedBy who has taken it on, by name
 * @param onBehalf in whose place one would decide, by name; null when in one's own
 * @param escalated whether those below did not answer
 * @param ready whether the engine waits for it; false in the moment between two of its steps
 * @param decision what was said, for those that are done
 */
public record TaskItem(
    UUID id,
    UUID requestId,
    String kind,
    String step,
    String title,
    String requester,
    String unit,
    @Nullable Long amount,
    @Nullable String currency,
    Instant openedAt,
    @Nullable Instant dueAt,
    @Nullable String claimedBy,
    @Nullable String onBehalf,
    boolean escalated,
    boolean ready,
    @Nullable String decision,
    @Nullable Instant decidedAt,
    int version) {}
