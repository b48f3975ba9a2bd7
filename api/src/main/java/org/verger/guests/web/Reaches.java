package org.verger.guests.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.identity.Account;
import org.verger.organisation.Access;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** What whoever is signed in may see and decide. An account without a person sees nothing. */
@Component
@RunsInRole(RunsInRole.API)
class Reaches {

  private static final Reach NOTHING = new Reach(false, List.of());

  private final Access access;

  Reaches(Access access) {
    this.access = access;
  }

  Reach of(@Nullable Account account) {
    return person(account).map(access::reachOf).orElse(NOTHING);
  }

  Set<CandidateGroup> groups(@Nullable Account account) {
    return person(account).map(access::groupsOf).orElse(Set.of());
  }

  static Optional<PersonId> person(@Nullable Account account) {
    return Optional.ofNullable(account).map(Account::personId).map(PersonId::new);
  }

  /**
   * The person who is signed in.
   *
   * @throws NotAllowedException for an account that belongs to nobody of this church
   */
  static PersonId require(@Nullable Account account) {
    return person(account)
        .orElseThrow(
            () -> new NotAllowedException("Only somebody who serves in this church can do this"));
  }
}
