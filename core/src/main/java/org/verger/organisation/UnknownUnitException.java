package org.verger.organisation;

/** There is no unit with this id in the church. */
public final class UnknownUnitException extends RuntimeException {

  UnknownUnitException(UnitId id) {
    super("There is no unit " + id + " in this church");
  }
}
