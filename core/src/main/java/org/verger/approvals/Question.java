package org.verger.approvals;

import org.verger.organisation.Level;
import org.verger.organisation.Role;

/** What is asked for, as far as it decides about the chain. */
public sealed interface Question {

  /** A role for somebody. */
  record ForRole(Role role) implements Question {}

  /**
   * Money.
   *
   * @param amount in minor units of the currency, more than 0
   * @param currency ISO 4217
   */
  record ForMoney(long amount, String currency) implements Question {}

  /**
   * An event.
   *
   * @param level of the unit that holds it
   */
  record ForEvent(Level level) implements Question {}
}
