package org.verger.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;

/** Checks an address and a password, for pages and API alike. */
@Component
public class SignIn {

  private final Accounts accounts;
  private final LockOut lockOut;
  private final Tenants tenants;
  private final PasswordEncoder passwords;
  private final String decoy;

  SignIn(Accounts accounts, LockOut lockOut, Tenants tenants, PasswordEncoder passwords) {
    this.accounts = accounts;
    this.lockOut = lockOut;
    this.tenants = tenants;
    this.passwords = passwords;
    this.decoy = passwords.encode("nobody has this password");
  }

  /**
   * Tries to sign in.
   *
   * @param tenant the church, where the client said which; without it the address must belong to
   *     one account only
   */
  public SignInResult signIn(@Nullable TenantId tenant, String email, String password) {
    String key = (tenant == null ? "" : tenant.value()) + "/" + Accounts.normal(email);
    List<Accounts.Stored> found = accounts.withEmail(tenant, email);
    Optional<Accounts.Stored> only =
        found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    String accountKey = only.map(stored -> stored.account().id().toString()).orElse(key);
    return lockOut
        .lockedUntil(accountKey)
        .<SignInResult>map(SignInResult.Locked::new)
        .orElseGet(() -> check(only, accountKey, password));
  }

  // An unknown address costs a hash as well, or the time of the answer would tell it from a known
  // one.
  private SignInResult check(Optional<Accounts.Stored> found, String accountKey, String password) {
    boolean right =
        passwords.matches(password, found.map(Accounts.Stored::passwordHash).orElse(decoy));
    if (right && found.isPresent() && served(found.get().account())) {
      lockOut.clear(accountKey);
      return new SignInResult.SignedIn(found.get().account());
    }
    lockOut.failed(accountKey);
    return new SignInResult.Wrong();
  }

  private boolean served(Account account) {
    TenantId tenant = account.tenant();
    return tenant == null
        || tenants.find(tenant).filter(t -> t.status() == Tenant.Status.ACTIVE).isPresent();
  }
}
