package org.verger.identity;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantAudit;

/** Gives a church somebody who may do everything in it; the first one comes with its top unit. */
@Component
public class AppointAdministrator {

  private final Units units;
  private final People people;
  private final Accounts accounts;
  private final CreateAccount createAccount;
  private final TransactionTemplate transaction;
  private final TenantAudit audit;

  AppointAdministrator(
      Units units,
      People people,
      Accounts accounts,
      CreateAccount createAccount,
      TransactionTemplate transaction,
      TenantAudit audit) {
    this.units = units;
    this.people = people;
    this.accounts = accounts;
    this.createAccount = createAccount;
    this.transaction = transaction;
    this.audit = audit;
  }

  /**
   * Enters the person and their account.
   *
   * @param person with the e-mail address to sign in with
   * @param actor who asked for it, for the audit trail
   * @throws AccountExistsException when the church has an account with the person's address
   * @throws org.verger.validation.InvalidInputException when the password is too short or too long
   */
  public void appoint(Tenant church, NewPerson person, String password, String actor) {
    String email = Objects.requireNonNull(person.email(), "an administrator signs in by e-mail");
    CreateAccount.refuseBad(password);
    if (!accounts.withEmail(church.id(), email).isEmpty()) {
      throw new AccountExistsException(email);
    }
    // Accounts are shared: a church's role may not write them, so it comes after the transaction.
    PersonId id =
        CurrentTenant.call(
            church.id(), () -> transaction.execute(status -> enter(church.name(), person)));
    String name = (person.givenName() + " " + person.familyName()).strip();
    if (!createAccount.create(church.id(), id.value(), email, name, password)) {
      throw new AccountExistsException(email);
    }
    audit.record(church.id(), "administrator appointed", actor);
  }

  private PersonId enter(String church, NewPerson person) {
    Unit root = units.root().orElseGet(() -> units.createRoot(church));
    PersonId id = people.create(person);
    people.assign(id, Role.ADMIN, root.id());
    return id;
  }
}
