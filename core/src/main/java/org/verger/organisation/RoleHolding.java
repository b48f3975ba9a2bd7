package org.verger.organisation;

/** A role that a person holds at a unit at present. */
public record RoleHolding(PersonId person, Role role, UnitId unit) {

  /** The tasks that come with it. */
  public CandidateGroup group() {
    return new CandidateGroup(role, unit);
  }
}
