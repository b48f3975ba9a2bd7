package org.verger.giving;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.money.Money;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;
import org.verger.validation.Fields;
import org.verger.validation.InvalidInputException;

/** Finds all that is wrong with a gift that somebody writes down. */
@Component
class GiftCheck {

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final int LONGEST_REFERENCE = 200;
  private static final int LONGEST_NOTE = 2000;

  private final Funds funds;
  private final Units units;
  private final People people;
  private final Tenants tenants;
  private final Clock clock;

  GiftCheck(Funds funds, Units units, People people, Tenants tenants, Clock clock) {
    this.funds = funds;
    this.units = units;
    this.people = people;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * The gift, if nothing is wrong.
   *
   * @param before what it was; null for a new one
   * @throws InvalidInputException naming all fields that are wrong
   */
  CheckedGift check(NewGift gift, @Nullable Contribution before) {
    Fields fields = new Fields();
    UUID unit = gift.unit();
    if (unit == null || units.find(new UnitId(unit)).isEmpty()) {
      fields.wrong("unit", "Choose the unit that it was given to");
    }
    UUID fund = gift.fund();
    if (fund == null || !takesGifts(fund, before)) {
      fields.wrong("fund", "Choose one of the open funds");
    }
    UUID person = gift.person();
    if (person != null && people.find(new PersonId(person)).isEmpty()) {
      fields.wrong("person", "Choose somebody of this church, or nobody");
    }
    Optional<Money> amount = amount(gift, before, fields);
    LocalDate day = gift.givenOn();
    if (day == null || day.isBefore(EARLIEST) || day.isAfter(today())) {
      fields.wrong("givenOn", "Give the day of the gift, today or before");
    }
    Optional<GivingMethod> method = GivingMethod.of(gift.method());
    if (method.isEmpty()) {
      fields.wrong("method", "Say how it was given");
    }
    String reference = fields.text("reference", gift.reference(), LONGEST_REFERENCE);
    String note = fields.text("note", gift.note(), LONGEST_NOTE);
    fields.check();
    return new CheckedGift(
        person,
        Objects.requireNonNull(fund),
        Objects.requireNonNull(unit),
        amount.orElseThrow(),
        Objects.requireNonNull(day),
        method.orElseThrow(),
        reference,
        note);
  }

  private boolean takesGifts(UUID id, @Nullable Contribution before) {
    Contribution.FundName same = before == null ? null : before.fund();
    return funds
        .find(id)
        .filter(fund -> fund.active() || (same != null && same.id().equals(id)))
        .isPresent();
  }

  // Money that came in less than nothing from another system may be put right, but not written
  // here.
  private Optional<Money> amount(NewGift gift, @Nullable Contribution before, Fields fields) {
    BigDecimal amount = gift.amount();
    if (amount == null) {
      fields.wrong("amount", "Write the amount in digits, as in 120.50");
      return Optional.empty();
    }
    boolean back = before != null && before.amount().minor() < 0 && amount.signum() < 0;
    String currency = gift.currency();
    try {
      Money money =
          Money.given(
              back ? amount.negate() : amount,
              currency == null ? tenants.current().currency() : currency);
      return Optional.of(back ? new Money(-money.minor(), money.currency()) : money);
    } catch (InvalidInputException wrong) {
      wrong.errors().forEach(error -> fields.wrong(error.field(), error.message()));
      return Optional.empty();
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), tenants.current().zone());
  }
}
