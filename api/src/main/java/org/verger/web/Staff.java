package org.verger.web;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** The person behind the current request, and how far their roles reach. */
@Component
public class Staff {

  private final Access access;

  Staff(Access access) {
    this.access = access;
  }

  /**
   * Who asks.
   *
   * @throws AccessDeniedException when nobody of this church is signed in
   */
  public PersonId person() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    UUID person =
        authentication instanceof SignedIn signedIn ? signedIn.getPrincipal().personId() : null;
    if (person == null) {
      throw new AccessDeniedException("Only people of this church may do this");
    }
    return new PersonId(person);
  }

  /** Which units their roles reach. */
  public Reach reach() {
    return access.reachOf(person());
  }
}
