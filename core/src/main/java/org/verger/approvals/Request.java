package org.verger.approvals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/**
 * Something that is asked for.
 *
 * @param kind the {@link RequestKind#code() code} of its kind
 * @param amount in minor units; null when it is not about money
 * @param currency ISO 4217; null when it is not about money
 * @param version grows with each change of what is asked or how far it has come
 * @param chain which of its chains it goes through, from 1
 */
public record Request(
    RequestId id,
    String kind,
    UnitId unit,
    Parties parties,
    String title,
    @Nullable Long amount,
    @Nullable String currency,
    Status status,
    int version,
    int chain,
    int round,
    Instant submittedAt,
    @Nullable Instant endedAt) {}
