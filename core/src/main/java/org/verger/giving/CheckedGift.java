package org.verger.giving;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/** A gift in which nothing is wrong. */
record CheckedGift(
    @Nullable UUID person,
    UUID fund,
    UUID unit,
    Money amount,
    LocalDate givenOn,
    GivingMethod method,
    @Nullable String reference,
    @Nullable String note) {

  /** What the log keeps of it: ids and amounts, and neither names nor what was noted. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("amount", amount.text());
    facts.put("givenOn", givenOn.toString());
    facts.put("method", method.code());
    facts.put("fund", fund.toString());
    facts.put("unit", unit.toString());
    if (person != null) {
      facts.put("person", person.toString());
    }
    return facts;
  }

  /** The names of the fields that are other than before. */
  static Map<String, Object> changed(Contribution before, CheckedGift after) {
    Map<String, Object> changed = new LinkedHashMap<>();
    Contribution.Giver person = before.person();
    Contribution.FundName fund = before.fund();
    put(changed, "amount", before.amount().text(), after.amount().text());
    put(changed, "givenOn", before.givenOn(), after.givenOn());
    put(changed, "method", before.method().code(), after.method().code());
    put(changed, "fund", fund == null ? null : fund.id(), after.fund());
    put(changed, "unit", before.unit().id(), after.unit());
    put(changed, "person", person == null ? null : person.id(), after.person());
    if (!Objects.equals(before.reference(), after.reference())) {
      changed.put("reference", "changed");
    }
    if (!Objects.equals(before.note(), after.note())) {
      changed.put("note", "changed");
    }
    return changed;
  }

  private static void put(
      Map<String, Object> changed, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changed.put(field, Map.of("before", text(before), "after", text(after)));
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
