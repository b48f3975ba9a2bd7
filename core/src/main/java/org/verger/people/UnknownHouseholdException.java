package org.verger.people;

/** There is no family with this id that whoever asks may see. */
public final class UnknownHouseholdException extends RuntimeException {

  public UnknownHouseholdException(HouseholdId id) {
    super("There is no family " + id + " for you");
  }
}
