package org.verger.identity;

import java.time.Instant;

/** How an attempt to sign in ended. */
public sealed interface SignInResult {

  /** The password was right. */
  record SignedIn(Account account) implements SignInResult {}

  /** Address or password was wrong, or the church is not being served; which, is not said. */
  record Wrong() implements SignInResult {}

  /** Too many failures; even the right password is refused until then. */
  record Locked(Instant until) implements SignInResult {}
}
