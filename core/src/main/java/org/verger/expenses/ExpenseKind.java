package org.verger.expenses;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.verger.approvals.RequestId;
import org.verger.approvals.RequestKind;
import org.verger.money.Money;
import org.verger.organisation.Area;
import org.verger.organisation.Units;

/** Requests for money: reserved when asked for, committed when approved, then paid out. */
@Component
class ExpenseKind implements RequestKind {

  private final Expenses expenses;
  private final BudgetLines lines;
  private final Payouts payouts;
  private final Units units;

  ExpenseKind(Expenses expenses, BudgetLines lines, Payouts payouts, Units units) {
    this.expenses = expenses;
    this.lines = lines;
    this.payouts = payouts;
    this.units = units;
  }

  @Override
  public String code() {
    return "expense";
  }

  @Override
  public String startMessage() {
    return "expense-requested";
  }

  @Override
  public Area area() {
    return Area.MONEY;
  }

  @Override
  public String doneStatus() {
    return "released";
  }

  @Override
  public List<Fact> facts(RequestId request) {
    Expense expense = expenses.require(request);
    BudgetLine line = lines.line(expense.line());
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Amount", expense.amount().text()));
    facts.add(Fact.of("For", expense.purpose()));
    facts.add(Fact.of("To", expense.payee()));
    facts.add(Fact.of("Budget line", line.name() + ", " + units.require(line.unit()).name()));
    facts.add(
        new Fact(
            "Left of the budget, this one set aside",
            line.left().text() + " of " + line.amount().text(),
            line.left().minor() < 0));
    Money sum = expense.splitSum();
    if (sum != null) {
      facts.add(
          new Fact(
              "Counts together with other requests to this payee", sum.text() + " in all", true));
    }
    return facts;
  }

  @Override
  public void approved(RequestId request) {
    lines.move(request.value(), "committed");
  }

  @Override
  public void dropped(RequestId request) {
    lines.move(request.value(), "freed");
  }

  @Override
  public void execute(RequestId request) {
    payouts.release(expenses.require(request));
  }
}
