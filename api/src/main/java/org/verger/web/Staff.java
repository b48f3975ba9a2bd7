package org.verger.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/**
 * The person behind the current request, and how far their roles reach. An account without a person
 * sees nothing.
 */
@Component
public class Staff {

  private static final Reach NOTHING = new Reach(false, List.of());

  private final Access access;

  Staff(Access access) {
    this.access = access;
  }

  /** Who asks; empty when it is nobody of this church. */
  public Optional<PersonId> find() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? Optional.ofNullable(signedIn.getPrincipal().personId()).map(PersonId::new)
        : Optional.empty();
  }

  /**
   * Who asks.
   *
   * @throws AccessDeniedException when it is nobody of this church
   */
  public PersonId person() {
    return find()
        .orElseThrow(() -> new AccessDeniedException("Only people of this church may do this"));
  }

  /** Which units their rights in an area reach. */
  public Reach reach(Area area) {
    return find().map(person -> access.reachOf(person, area)).orElse(NOTHING);
  }

  /**
   * The same, for what is nobody's business without such a right.
   *
   * @throws AccessDeniedException when their rights reach no unit at all
   */
  public Reach someReach(Area area) {
    Reach reach = reach(area);
    if (reach.nothing()) {
      throw new AccessDeniedException("This needs a right in the area " + area.code());
    }
    return reach;
  }

  /** How much of what belongs to one subject they see: all of it, or nothing. */
  public Reach reach(String subjectId) {
    return find().filter(person -> access.reaches(person, subjectId)).isPresent()
        ? Reach.EVERYTHING
        : NOTHING;
  }

  /** The groups whose tasks are theirs. */
  public Set<CandidateGroup> groups() {
    return find().map(access::groupsOf).orElse(Set.of());
  }
}
