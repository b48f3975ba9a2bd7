package org.verger.giving.web;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verger.giving.Contribution;
import org.verger.giving.NewGift;
import org.verger.web.Given;

/**
 * The form of a gift, as it was typed.
 *
 * @param name of the giver, or a part of it; empty for an anonymous gift
 * @param person the id of one of those who are called so
 */
record GiftFields(
    @Nullable String name,
    @Nullable String person,
    @Nullable String fund,
    @Nullable String unit,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable String givenOn,
    @Nullable String method,
    @Nullable String reference,
    @Nullable String note) {

  // A comma stands between thousands; as a decimal sign it would mean a thousand times as much.
  private static final Pattern DIGITS =
      Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d{1,13})(\\.\\d{1,4})?");

  static GiftFields of(Contribution gift) {
    Contribution.Giver person = gift.person();
    Contribution.FundName fund = gift.fund();
    return new GiftFields(
        person == null ? null : person.name(),
        person == null ? null : person.id().toString(),
        fund == null ? null : fund.id().toString(),
        gift.unit().id().toString(),
        gift.amount().amount().toPlainString(),
        gift.amount().currency().getCurrencyCode(),
        gift.givenOn().toString(),
        gift.method().code(),
        gift.reference(),
        gift.note());
  }

  /** The gift, with whom was found for the name. */
  NewGift gift(@Nullable UUID giver) {
    return new NewGift(
        giver,
        Given.anyId(fund),
        Given.anyId(unit),
        number(amount),
        Given.optional(currency),
        Given.day(givenOn),
        Given.optional(method),
        Given.optional(reference),
        Given.optional(note));
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    String digits = Given.text(text);
    return DIGITS.matcher(digits).matches() ? new BigDecimal(digits.replace(",", "")) : null;
  }
}
