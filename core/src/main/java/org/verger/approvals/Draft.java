package org.verger.approvals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/**
 * What is to be asked for.
 *
 * @param steps the chain, as the tables give it; never empty
 * @param amount in minor units; null when it is not about money
 */
public record Draft(
    RequestKind kind,
    UnitId unit,
    Parties parties,
    String title,
    @Nullable Long amount,
    @Nullable String currency,
    List<ChainStep> steps) {

  public Draft {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A request without a chain would be approved by nobody");
    }
  }
}
