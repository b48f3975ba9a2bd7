package org.verger.organisation;

/** Somebody was given a role or lost one; told in the transaction in which it happens. */
public record RolesChanged(Role role, UnitId unit) {}
