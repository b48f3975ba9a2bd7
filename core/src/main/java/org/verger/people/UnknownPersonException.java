package org.verger.people;

import org.verger.organisation.PersonId;

/** There is no person with this id that whoever asks may see. */
public final class UnknownPersonException extends RuntimeException {

  public UnknownPersonException(PersonId id) {
    super("There is no person " + id + " for you");
  }
}
