package org.verger.approvals;

import java.util.List;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.PersonId;

/**
 * Where a step is decided.
 *
 * @param people those of the group who may decide it; never empty
 */
public record Seat(CandidateGroup group, List<PersonId> people) {

  public Seat {
    people = List.copyOf(people);
  }
}
