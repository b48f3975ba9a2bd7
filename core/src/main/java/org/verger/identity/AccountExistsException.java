package org.verger.identity;

/** The church has an account with this address already. */
public final class AccountExistsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For the address that was asked for. */
  public AccountExistsException(String email) {
    super("There is an account for " + email + " already; choose another address");
  }
}
