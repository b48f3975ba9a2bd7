package org.verger.batch;

/**
 * What somebody fills in who starts a run by hand; becomes the parameter of that name.
 *
 * @param name in camelCase
 * @param label as people read it
 */
public record JobInput(String name, String label, Kind kind) {

  /** How it is written. */
  public enum Kind {
    /** A day, as in 2026-11-21. */
    DATE,
    /** A year, as in 2026. */
    YEAR,
    /** At most 200 letters. */
    TEXT
  }

  /** A day. */
  public static JobInput date(String name, String label) {
    return new JobInput(name, label, Kind.DATE);
  }

  /** A year. */
  public static JobInput year(String name, String label) {
    return new JobInput(name, label, Kind.YEAR);
  }

  /** A short text. */
  public static JobInput text(String name, String label) {
    return new JobInput(name, label, Kind.TEXT);
  }
}
