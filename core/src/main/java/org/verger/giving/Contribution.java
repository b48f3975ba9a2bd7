package org.verger.giving;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/**
 * A gift, or the taking back of one.
 *
 * @param person null when it was given anonymously
 * @param fund null when nobody said what for
 * @param amount less than nothing when it takes money back
 * @param takesBack the gift that this one takes back
 * @param takenBackBy the one that took this gift back
 */
public record Contribution(
    long id,
    @Nullable Giver person,
    @Nullable FundName fund,
    Place unit,
    Money amount,
    LocalDate givenOn,
    GivingMethod method,
    @Nullable String reference,
    @Nullable String note,
    @Nullable Long takesBack,
    @Nullable Long takenBackBy,
    int version) {

  /** Who gave it. */
  public record Giver(UUID id, String givenName, String familyName) {

    /** Given and family name. */
    public String name() {
      return (givenName + " " + familyName).strip();
    }
  }

  /** What it was given for. */
  public record FundName(UUID id, String code, String name) {}

  /** The unit that it was given to. */
  public record Place(UUID id, String name) {}

  /** The name of who gave it. */
  public String giver() {
    return person == null ? "Anonymous" : person.name();
  }

  /** The name of the fund. */
  public String purpose() {
    return fund == null ? "No fund" : fund.name();
  }

  /** Whether it and what takes it back make nothing, so that neither can be changed. */
  public boolean closed() {
    return takesBack != null || takenBackBy != null;
  }
}
