package org.verger.approvals;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;

/** Those who are bound up with a request, so that what follows from it is another's to do. */
@Component
public class Signatories {

  private final Votes votes;

  Signatories(Votes votes) {
    this.votes = votes;
  }

  /** Who asked for it, gains by it, or said yes to it, themselves or by another. */
  @Transactional(readOnly = true)
  public Set<PersonId> of(Request request) {
    Set<PersonId> people = request.parties().all();
    people.addAll(votes.saidYes(request));
    return people;
  }
}
