package org.verger.expenses;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.approvals.ApprovalSettings;
import org.verger.approvals.ChainStep;
import org.verger.approvals.Chains;
import org.verger.approvals.Draft;
import org.verger.approvals.Parties;
import org.verger.approvals.Question;
import org.verger.approvals.Request;
import org.verger.approvals.RequestId;
import org.verger.approvals.Requests;
import org.verger.approvals.SubmitRequest;
import org.verger.money.Money;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;
import org.verger.organisation.RoleHolding;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.validation.InvalidInputException;

/**
 * Somebody asks for money of a budget line. It is reserved from then on. Requests of one person to
 * one payee out of one line within some days count together, so that splitting a purchase does not
 * change who decides.
 */
@Component
public class AskForMoney {

  private final ExpenseKind kind;
  private final Records records;
  private final Places places;
  private final Rules rules;
  private final SubmitRequest submit;

  AskForMoney(ExpenseKind kind, Records records, Places places, Rules rules, SubmitRequest submit) {
    this.kind = kind;
    this.records = records;
    this.places = places;
    this.rules = rules;
    this.submit = submit;
  }

  /** What is kept. */
  @Component
  record Records(Expenses expenses, BudgetLines lines, Requests requests) {}

  /** Where and who people are. */
  @Component
  record Places(People people, Units units) {}

  /** Who decides on how much. */
  @Component
  record Rules(Chains chains, ApprovalSettings settings, Clock clock) {}

  /**
   * What somebody wants.
   *
   * @param amount in major units
   * @param currency ISO 4217; the line's own
   * @param budgetLine the code of a line
   * @param payee who is to be paid: the name or e-mail address of somebody of the church, or
   *     anybody
   */
  public record Wanted(
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable String purpose,
      @Nullable String budgetLine,
      @Nullable String payee) {}

  /**
   * Takes the request.
   *
   * @throws InvalidInputException when a field is wrong; it names all that are
   */
  @Transactional
  public RequestId ask(PersonId by, Wanted wanted) {
    CheckedExpense expense = CheckedExpense.of(wanted);
    BudgetLine line = lockedLine(by, expense);
    Chain chain = chain(null, by, line, expense);
    RequestId id = submit.submit(draft(by, line, expense, chain.steps()));
    keep(id, line, expense, chain);
    return id;
  }

  /**
   * Takes it again after it was sent back. More money, or another payee or line, is another
   * question: those who said yes before are asked again.
   *
   * @throws InvalidInputException when a field is wrong; it names all that are
   * @throws org.verger.approvals.RequestClosedException when it was not sent back
   */
  @Transactional
  public void askAgain(RequestId id, PersonId by, Wanted wanted) {
    CheckedExpense expense = CheckedExpense.of(wanted);
    Request request = records.requests().lock(id);
    Expense before = records.expenses().require(id);
    BudgetLine line = lockedLine(by, expense);
    Chain chain = chain(id, by, line, expense);
    boolean another =
        expense.amount().minor() > before.amount().minor()
            || !expense.payee().equals(before.payee())
            || !line.id().equals(before.line());
    Draft draft = draft(by, line, expense, chain.steps());
    submit.again(id, by, at(request.unit(), draft), another);
    keep(id, line, expense, chain);
  }

  // Where somebody stands may have changed meanwhile; the request stays where it was made.
  private static Draft at(UnitId unit, Draft draft) {
    return new Draft(
        draft.kind(),
        unit,
        draft.parties(),
        draft.title(),
        draft.amount(),
        draft.currency(),
        draft.steps());
  }

  private void keep(RequestId id, BudgetLine line, CheckedExpense expense, Chain chain) {
    records.expenses().keep(id, line.id(), expense, chain.splitSum());
    records.lines().reserve(id.value(), line.id(), expense.amount());
  }

  private BudgetLine lockedLine(PersonId by, CheckedExpense expense) {
    BudgetLine line =
        records.lines().openTo(by).stream()
            .filter(
                one ->
                    expense.budgetLine().equals(one.code())
                        || expense.budgetLine().equals(one.id().toString()))
            .findFirst()
            .orElseThrow(
                () ->
                    InvalidInputException.of(
                        "budgetLine",
                        "No budget line of your units has this code this year: " + known(by)));
    if (!line.amount().currency().equals(expense.amount().currency())) {
      throw InvalidInputException.of(
          "currency",
          "%s is kept in %s".formatted(line.name(), line.amount().currency().getCurrencyCode()));
    }
    records.lines().lock(line.id());
    return line;
  }

  private String known(PersonId by) {
    List<String> codes =
        records.lines().openTo(by).stream().map(BudgetLine::code).distinct().toList();
    return codes.isEmpty() ? "there is none yet" : "there are " + String.join(", ", codes);
  }

  private record Chain(List<ChainStep> steps, @Nullable Long splitSum) {}

  private Chain chain(
      @Nullable RequestId self, PersonId by, BudgetLine line, CheckedExpense expense) {
    Duration together = Duration.ofDays(rules.settings().current().splitDays());
    long beside =
        records
            .expenses()
            .askedBeside(
                self, by, line.id(), expense.payee(), rules.clock().instant().minus(together));
    long sum = expense.amount().minor() + beside;
    return new Chain(steps(sum, expense), beside == 0 ? null : sum);
  }

  private List<ChainStep> steps(long sum, CheckedExpense expense) {
    String currency = expense.amount().currency().getCurrencyCode();
    List<ChainStep> steps = rules.chains().of(new Question.ForMoney(sum, currency));
    if (steps.isEmpty()) {
      throw InvalidInputException.of(
          "currency", "Nobody has been named yet to decide on money in " + currency);
    }
    return steps;
  }

  private Draft draft(PersonId by, BudgetLine line, CheckedExpense expense, List<ChainStep> steps) {
    Money amount = expense.amount();
    return new Draft(
        kind,
        unit(by, line),
        new Parties(by, payees(expense.payee())),
        expense.purpose(),
        amount.minor(),
        amount.currency().getCurrencyCode(),
        steps);
  }

  // The lowest of the requester's units that the line is for, else the line's own.
  private UnitId unit(PersonId by, BudgetLine line) {
    Unit of = places.units().require(line.unit());
    return places.people().rolesOf(by).stream()
        .map(RoleHolding::unit)
        .map(places.units()::require)
        .filter(of::contains)
        .max(Comparator.comparingInt(unit -> unit.path().length()))
        .map(Unit::id)
        .orElse(line.unit());
  }

  private Set<PersonId> payees(String payee) {
    return places.people().called(payee).stream().map(Person::id).collect(Collectors.toSet());
  }
}
