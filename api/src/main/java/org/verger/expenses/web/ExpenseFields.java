package org.verger.expenses.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verger.expenses.AskForMoney;
import org.verger.expenses.BudgetLine;
import org.verger.expenses.Expense;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Given;

/** The form by which people ask for money, as it was typed. */
record ExpenseFields(
    @Nullable String amount,
    @Nullable String budgetLine,
    @Nullable String purpose,
    @Nullable String payee) {

  static final ExpenseFields EMPTY = new ExpenseFields(null, null, null, null);

  // A comma stands between thousands; as a decimal sign it would mean a thousand times as much.
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{1,3}(,\\d{3})+|\\d{1,13})(\\.\\d{1,4})?");

  static ExpenseFields of(Expense expense) {
    return new ExpenseFields(
        expense.amount().amount().toPlainString(),
        expense.line().toString(),
        expense.purpose(),
        expense.payee());
  }

  /** The amount; null when it is none. */
  static @Nullable BigDecimal number(@Nullable String text) {
    String digits = Given.text(text);
    return DIGITS.matcher(digits).matches() ? new BigDecimal(digits.replace(",", "")) : null;
  }

  /**
   * What is asked for, in the currency of the chosen line.
   *
   * @param otherwise the currency while no line is chosen
   */
  AskForMoney.Wanted wanted(List<BudgetLine> lines, String otherwise) {
    String currency =
        lines.stream()
            .filter(line -> line.id().toString().equals(budgetLine))
            .map(line -> line.amount().currency().getCurrencyCode())
            .findFirst()
            .orElse(otherwise);
    return new AskForMoney.Wanted(number(amount), currency, purpose, budgetLine, payee);
  }

  /** The same problems, said to somebody who typed the amount and chose the line. */
  InvalidInputException explained(InvalidInputException invalid) {
    return new InvalidInputException(invalid.errors().stream().map(this::explained).toList());
  }

  private FieldError explained(FieldError error) {
    boolean unreadable = !Given.text(amount).isEmpty() && number(amount) == null;
    return switch (error.field()) {
      case "amount" ->
          unreadable ? new FieldError("amount", "Write the amount in digits, as in 120.50") : error;
      case "currency" -> new FieldError("budgetLine", error.message());
      default -> error;
    };
  }
}
