package org.verger.identity;

import java.util.List;
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
    this.decoy = String.valueOf(passwords.encode("nobody has this password"));
  }

  /**
   * Tries to sign in.
   *
   * @param tenant the church, where the client said which; without it the address must belong to
   *     one account only
   */
  public SignInResult signIn(@Nullable TenantId tenant, String email, String password) {
    List<Accounts.Stored> found = accounts.withEmail(tenant, email);
    Accounts.Stored only = found.size() == 1 ? found.getFirst() : null;
    String key = only == null ? unknown(tenant, email) : only.account().id().toString();
    return lockOut
        .remaining(key)
        .<SignInResult>map(SignInResult.Locked::new)
        .orElseGet(() -> check(only, key, password));
  }

  // An unknown address costs a hash as well, or the time of the answer would tell it from a known
  // one.
  private SignInResult check(Accounts.@Nullable Stored found, String key, String password) {
    boolean right = passwords.matches(password, found == null ? decoy : found.passwordHash());
    if (found == null || !right) {
      lockOut.failed(key);
      return new SignInResult.Wrong();
    }
    // Asked again: of many guesses sent at once, the right one must not slip in behind five wrong.
    return lockOut
        .remaining(key)
        .<SignInResult>map(SignInResult.Locked::new)
        .orElseGet(() -> admit(found.account(), key));
  }

  private SignInResult admit(Account account, String key) {
    lockOut.clear(key);
    return served(account.tenant())
        ? new SignInResult.SignedIn(accounts.withRoles(account))
        : new SignInResult.NotServed();
  }

  private boolean served(@Nullable TenantId tenant) {
    return tenant == null
        || tenants.find(tenant).filter(t -> t.status() == Tenant.Status.ACTIVE).isPresent();
  }

  private static String unknown(@Nullable TenantId tenant, String email) {
    return (tenant == null ? "" : tenant.value()) + "/" + Accounts.normal(email);
  }
}
