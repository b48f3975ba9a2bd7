package org.verger.expenses;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/**
 * Money that is to be paid by hand.
 *
 * @param method transfer, cheque or cash; null until it is paid
 * @param reference what the bank or the cheque says
 * @param paidBy who says that it is paid, by name
 */
public record Payout(
    UUID id,
    UUID request,
    String title,
    Money amount,
    String payee,
    Instant releasedAt,
    @Nullable String method,
    @Nullable String reference,
    @Nullable String paidBy,
    @Nullable Instant paidAt) {}
