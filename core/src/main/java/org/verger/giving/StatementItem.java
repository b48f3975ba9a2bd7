package org.verger.giving;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.verger.money.Money;

/**
 * A statement in a list, in the version that counts.
 *
 * @param version counts what was made under this number
 * @param gifts how many there are, those that take money back too
 * @param totals what they come to in each currency
 */
public record StatementItem(
    UUID id,
    int year,
    int number,
    UUID person,
    String name,
    int version,
    Instant madeAt,
    int gifts,
    List<Money> totals) {

  public StatementItem {
    totals = List.copyOf(totals);
  }

  /** Year and number, as people read it: {@code 2025-17}. */
  public String title() {
    return year + "-" + number;
  }

  /** One of {@link StatementFilter#STATES}. */
  public String state() {
    return gifts == 0 ? "empty" : version == 1 ? "first" : "corrected";
  }
}
