package org.verger.expenses.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.approvals.RequestId;
import org.verger.deployment.RunsInRole;
import org.verger.expenses.AskForMoney;
import org.verger.expenses.BudgetLine;
import org.verger.expenses.MarkPaid;
import org.verger.expenses.Payout;
import org.verger.idempotency.Idempotency;
import org.verger.money.Money;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;
import org.verger.web.Submitted;

/** Money that people ask for, the lines it comes from, and what is to be paid. */
@RestController
@RequestMapping("/api/v1")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class ExpensesApi {

  private final AskForMoney askForMoney;
  private final MarkPaid markPaid;
  private final Books books;
  private final Idempotency idempotency;
  private final Staff staff;

  ExpensesApi(
      AskForMoney askForMoney,
      MarkPaid markPaid,
      Books books,
      Idempotency idempotency,
      Staff staff) {
    this.askForMoney = askForMoney;
    this.markPaid = markPaid;
    this.books = books;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** A list. */
  record Items<T>(List<T> items) {}

  /** What somebody asks for; the amount in major units, of the line's currency. */
  record NewExpense(
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable String purpose,
      @Nullable String budgetLine,
      @Nullable String payee) {

    AskForMoney.Wanted wanted() {
      return new AskForMoney.Wanted(amount, currency, purpose, budgetLine, payee);
    }
  }

  /**
   * A budget line.
   *
   * @param left what is neither reserved, committed nor paid
   */
  record Line(
      UUID id,
      String code,
      String name,
      UUID unit,
      int year,
      BigDecimal amount,
      BigDecimal left,
      String currency) {

    static Line of(BudgetLine line) {
      return new Line(
          line.id(),
          line.code(),
          line.name(),
          line.unit().value(),
          line.year(),
          line.amount().amount(),
          line.left().amount(),
          line.amount().currency().getCurrencyCode());
    }
  }

  /** A line that is to be planned. */
  record NewLine(
      @Nullable String unit,
      @Nullable String code,
      @Nullable String name,
      @Nullable BigDecimal amount,
      @Nullable String currency) {}

  /** Something to pay, or that was paid. */
  record PayoutItem(
      UUID requestId,
      String title,
      BigDecimal amount,
      String currency,
      String payee,
      Instant releasedAt,
      @Nullable String method,
      @Nullable String reference,
      @Nullable String paidBy,
      @Nullable Instant paidAt) {

    static PayoutItem of(Payout payout) {
      return new PayoutItem(
          payout.request(),
          payout.title(),
          payout.amount().amount(),
          payout.amount().currency().getCurrencyCode(),
          payout.payee(),
          payout.releasedAt(),
          payout.method(),
          payout.reference(),
          payout.paidBy(),
          payout.paidAt());
    }
  }

  /** How it was paid: transfer, cheque or cash, and what the bank or the cheque says. */
  record Payment(@Nullable String method, @Nullable String reference) {}

  /** Whether this call did it; false when it was done before. */
  record Paid(boolean paid) {}

  @PostMapping("/requests/expenses")
  ResponseEntity<Submitted> ask(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewExpense asked) {
    PersonId by = staff.person();
    return Submitted.created(
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("expense", asked),
            () -> askForMoney.ask(by, asked.wanted()).toString()));
  }

  /** Changes a request that was sent back, and submits it again. */
  @PutMapping("/requests/expenses/{id}")
  Submitted askAgain(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewExpense asked) {
    ETags.require(ETags.version(ifMatch), books.requests().require(new RequestId(id)).version());
    askForMoney.askAgain(new RequestId(id), staff.person(), asked.wanted());
    return new Submitted(id, "submitted");
  }

  /** Says that a released request was paid by hand; never who asked for it or approved it. */
  @PostMapping("/requests/expenses/{id}/payment")
  Paid pay(@PathVariable UUID id, @RequestBody Payment payment) {
    return new Paid(
        markPaid.pay(
            new RequestId(id),
            staff.person(),
            Given.text(payment.method()),
            Given.optional(payment.reference())));
  }

  /** This year's lines that whoever is signed in can ask for money from. */
  @GetMapping("/budget-lines")
  Items<Line> lines() {
    return new Items<>(books.lines().openTo(staff.person()).stream().map(Line::of).toList());
  }

  /** Plans a line for this year, or changes how much is planned. */
  @PostMapping("/budget-lines")
  Line plan(@RequestBody NewLine line) {
    UUID id =
        books
            .lines()
            .plan(
                staff.person(),
                new UnitId(Given.id("unit", line.unit())),
                Given.text(line.code()),
                Given.text(line.name()),
                Money.given(
                    line.amount() == null ? BigDecimal.ZERO : line.amount(),
                    Given.text(line.currency())));
    return Line.of(books.lines().line(id));
  }

  /** What is to be paid within reach, the waiting first. */
  @GetMapping("/payouts")
  Items<PayoutItem> payouts() {
    return new Items<>(
        books.payouts().list(staff.reach(Area.MONEY)).stream().map(PayoutItem::of).toList());
  }
}
