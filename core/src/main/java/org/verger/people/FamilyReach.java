package org.verger.people;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which families whoever imports may write to.
 *
 * @param everything whether all
 * @param seen those with a member within reach
 * @param shared those with a member beyond it
 */
record FamilyReach(boolean everything, Set<UUID> seen, Set<UUID> shared) {

  static final FamilyReach EVERYTHING = new FamilyReach(true, Set.of(), Set.of());

  /** Of somebody who may write to some people only. */
  static FamilyReach among(Iterable<KnownPerson> people, Predicate<KnownPerson> mayWrite) {
    Set<UUID> seen = new HashSet<>();
    Set<UUID> shared = new HashSet<>();
    for (KnownPerson person : people) {
      UUID family = person.householdId();
      if (family != null) {
        (mayWrite.test(person) ? seen : shared).add(family);
      }
    }
    return new FamilyReach(false, seen, shared);
  }

  boolean sees(UUID family) {
    return everything || seen.contains(family);
  }

  boolean isShared(UUID family) {
    return shared.contains(family);
  }
}
