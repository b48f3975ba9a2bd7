package org.verger.expenses;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/**
 * Money that was asked for.
 *
 * @param splitSum what it comes to with the other requests that it counts together with; null when
 *     it stands alone
 */
public record Expense(
    UUID request,
    Money amount,
    String purpose,
    UUID line,
    String payee,
    @Nullable Money splitSum) {}
