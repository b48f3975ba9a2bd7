package org.verger.identity;

import java.time.Duration;

/** How an attempt to sign in ended. */
public sealed interface SignInResult {

  /** The password was right. */
  record SignedIn(Account account) implements SignInResult {}

  /**
   * Address or password was wrong, or the address belongs to several churches; which, is not said.
   */
  record Wrong() implements SignInResult {}

  /** Too many failures; even the right password is refused for that long. */
  record Locked(Duration remaining) implements SignInResult {}

  /** The password was right, but the church is not being served. */
  record NotServed() implements SignInResult {}
}
