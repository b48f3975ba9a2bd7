package org.verger.giving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gift as somebody writes it down; what is null was left out or could not be read.
 *
 * @param person who gave it; null for an anonymous gift
 * @param amount in major units
 * @param currency null for the church's own
 */
public record NewGift(
    @Nullable UUID person,
    @Nullable UUID fund,
    @Nullable UUID unit,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable LocalDate givenOn,
    @Nullable String method,
    @Nullable String reference,
    @Nullable String note) {}
