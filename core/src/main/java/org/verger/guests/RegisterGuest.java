package org.verger.guests;

import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.Tenants;

/**
 * Takes a connect form: creates or finds the guest, and starts the one follow-up of a new one.
 *
 * <p>The same phone or the same e-mail is the same person. When they belong to two guests the phone
 * decides, and the pair is kept as a possible duplicate.
 */
@Component
public class RegisterGuest {

  private static final int MOST_ATTEMPTS = 5;

  private final Registration registration;
  private final Tenants tenants;
  private final TransactionTemplate transactions;

  RegisterGuest(Registration registration, Tenants tenants, TransactionTemplate transactions) {
    this.registration = registration;
    this.tenants = tenants;
    this.transactions = transactions;
  }

  /**
   * Takes the form.
   *
   * @return the guest, new or known
   * @throws InvalidConnectFormException when a field is wrong; it names all that are
   */
  public GuestId register(ConnectForm form) {
    CheckedForm checked = ConnectFormCheck.check(form, tenants.current());
    // Two forms at the same moment can each add what the other has; whoever loses looks again.
    boolean mayRetry = !TransactionSynchronizationManager.isActualTransactionActive();
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<GuestId> guest = transactions.execute(open -> registration.attempt(checked));
        if (guest != null && guest.isPresent()) {
          return guest.get();
        }
      } catch (DuplicateKeyException | ConcurrencyFailureException lost) {
        if (!mayRetry || attempt == MOST_ATTEMPTS) {
          throw lost;
        }
      }
      if (attempt == MOST_ATTEMPTS) {
        throw new ConcurrencyFailureException("The guest changed while the form was taken");
      }
    }
  }
}
