package org.verger.guests;

import java.util.Set;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.PersonId;

/**
 * A task about a guest that somebody decides.
 *
 * @param key the engine's, as the projection gives it
 * @param by who decides
 * @param groups the groups that the task belongs to, as the projection gives them
 */
public record GuestTask(long key, GuestId guest, PersonId by, Set<CandidateGroup> groups) {

  public GuestTask {
    groups = Set.copyOf(groups);
  }
}
