package org.verger.approvals;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.PersonId;

/**
 * Those who gain by a request, and so never decide on it.
 *
 * @param payee who is paid, where it is somebody of the church
 * @param beneficiary who is given a role, for example
 */
public record Parties(
    PersonId requester, @Nullable PersonId payee, @Nullable PersonId beneficiary) {

  /** All of them. */
  Set<PersonId> all() {
    Set<PersonId> all = new HashSet<>();
    all.add(requester);
    if (payee != null) {
      all.add(payee);
    }
    if (beneficiary != null) {
      all.add(beneficiary);
    }
    return all;
  }
}
