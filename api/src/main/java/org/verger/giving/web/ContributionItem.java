package org.verger.giving.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.giving.Contribution;

/**
 * A gift as the API shows it.
 *
 * @param amount in major units; less than nothing when it takes money back
 * @param takesBack the id of the gift that this one takes back
 * @param takenBackBy the id of the one that took this gift back
 */
record ContributionItem(
    long id,
    @Nullable UUID person,
    @Nullable String name,
    @Nullable UUID fund,
    @Nullable String fundCode,
    UUID unit,
    BigDecimal amount,
    String currency,
    LocalDate givenOn,
    String method,
    @Nullable String reference,
    @Nullable String note,
    @Nullable Long takesBack,
    @Nullable Long takenBackBy,
    int version) {

  static ContributionItem of(Contribution gift) {
    Contribution.Giver person = gift.person();
    Contribution.FundName fund = gift.fund();
    return new ContributionItem(
        gift.id(),
        person == null ? null : person.id(),
        person == null ? null : person.name(),
        fund == null ? null : fund.id(),
        fund == null ? null : fund.code(),
        gift.unit().id(),
        gift.amount().amount(),
        gift.amount().currency().getCurrencyCode(),
        gift.givenOn(),
        gift.method().code(),
        gift.reference(),
        gift.note(),
        gift.takesBack(),
        gift.takenBackBy(),
        gift.version());
  }
}
