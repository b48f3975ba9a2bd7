package org.verger.expenses;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.approvals.Request;
import org.verger.approvals.RequestClosedException;
import org.verger.approvals.RequestId;
import org.verger.approvals.Requests;
import org.verger.approvals.Signatories;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Somebody has paid by hand; never who asked for the money, gains by it or approved it. */
@Component
public class MarkPaid {

  private static final Set<String> METHODS = Set.of("transfer", "cheque", "cash");

  private final Requests requests;
  private final Signatories signatories;
  private final Records records;
  private final Access access;
  private final Audit audit;

  MarkPaid(
      Requests requests, Signatories signatories, Records records, Access access, Audit audit) {
    this.requests = requests;
    this.signatories = signatories;
    this.records = records;
    this.access = access;
    this.audit = audit;
  }

  /** What is kept. */
  @Component
  record Records(Payouts payouts, BudgetLines lines) {}

  /**
   * Keeps that it is paid.
   *
   * @param method transfer, cheque or cash
   * @return false when it was paid before; nothing was changed
   * @throws NotAllowedException when {@code by} has no right to pay this
   * @throws RequestClosedException when there is nothing to pay
   */
  @Transactional
  public boolean pay(RequestId id, PersonId by, String method, @Nullable String reference) {
    Request request = requests.lock(id);
    access.require(by, Area.MONEY, request.unit());
    if (signatories.of(request).contains(by)) {
      throw new NotAllowedException(
          "Who asked for money, gains by it or approved it does not pay it out");
    }
    if (!METHODS.contains(method)) {
      throw InvalidInputException.of("method", "Give one of transfer, cheque, cash");
    }
    if (records.payouts().of(id).isEmpty()) {
      throw new RequestClosedException("Nothing has been released for payment here");
    }
    boolean paid = records.payouts().pay(id, by, method, reference);
    if (paid) {
      records.lines().move(id.value(), "paid");
      audit.record(
          "expenses-paid",
          id.toString(),
          by.value(),
          Map.of("method", method, "reference", Objects.requireNonNullElse(reference, "")));
    }
    return paid;
  }
}
