package org.verger.approvals;

import java.util.HashSet;
import java.util.Set;
import org.verger.organisation.PersonId;

/**
 * Those who gain by a request, and so never decide on it.
 *
 * @param gainers who is paid or is given a role, as far as they are people of the church
 */
public record Parties(PersonId requester, Set<PersonId> gainers) {

  public Parties {
    gainers = Set.copyOf(gainers);
  }

  /** All of them. */
  Set<PersonId> all() {
    Set<PersonId> all = new HashSet<>(gainers);
    all.add(requester);
    return all;
  }

  /** Whether the person is one of them. */
  boolean include(PersonId person) {
    return requester.equals(person) || gainers.contains(person);
  }
}
