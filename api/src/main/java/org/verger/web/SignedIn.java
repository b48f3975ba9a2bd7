package org.verger.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.verger.identity.Account;

/** Somebody who signed in on a page or with an API token; the principal is the {@link Account}. */
public final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Account account;
  private final transient @Nullable UUID apiSession;

  /**
   * Makes an authenticated token.
   *
   * @param apiSession the session of an API token; null on pages
   */
  public SignedIn(Account account, @Nullable UUID apiSession) {
    super(authorities(account.roles()));
    this.account = account;
    this.apiSession = apiSession;
    setAuthenticated(true);
  }

  @Override
  public Account getPrincipal() {
    return account;
  }

  /** The session that the API token belongs to. */
  public @Nullable UUID apiSession() {
    return apiSession;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public String getName() {
    return account.displayName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that
        && account.equals(that.account)
        && Objects.equals(apiSession, that.apiSession);
  }

  @Override
  public int hashCode() {
    return account.hashCode();
  }

  // ROLE_CAMPUS_LEADER for campus-leader.
  private static List<GrantedAuthority> authorities(Collection<String> roles) {
    return roles.stream()
        .map(role -> "ROLE_" + role.toUpperCase(Locale.ROOT).replace('-', '_'))
        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
        .toList();
  }
}
