package org.verger.expenses;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** What somebody asks money for, after its fields were looked at. */
record CheckedExpense(Money amount, String purpose, String budgetLine, String payee) {

  private static final int LONGEST = 500;

  /**
   * Looks at each field by itself.
   *
   * @throws InvalidInputException naming all that are wrong
   */
  static CheckedExpense of(AskForMoney.Wanted wanted) {
    List<FieldError> errors = new ArrayList<>();
    String purpose = text("purpose", "Say what it is for", wanted.purpose(), errors);
    String line = text("budgetLine", "Choose the budget line", wanted.budgetLine(), errors);
    String payee = text("payee", "Say who is to be paid", wanted.payee(), errors);
    Money amount = null;
    try {
      amount = money(wanted.amount(), wanted.currency());
    } catch (InvalidInputException wrong) {
      errors.addAll(wrong.errors());
    }
    if (amount == null || !errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return new CheckedExpense(amount, purpose, line, payee);
  }

  private static Money money(@Nullable BigDecimal amount, @Nullable String currency) {
    if (amount == null) {
      throw InvalidInputException.of("amount", "Give the amount");
    }
    return Money.given(amount, currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT));
  }

  private static String text(
      String field, String missing, @Nullable String value, List<FieldError> errors) {
    String text = value == null ? "" : value.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      errors.add(new FieldError(field, missing));
    } else if (text.length() > LONGEST) {
      errors.add(new FieldError(field, "Say it in at most " + LONGEST + " letters"));
    }
    return text;
  }
}
