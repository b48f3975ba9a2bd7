package org.verger.database;

/**
 * What the engine's exporter signs in as, on the same database.
 *
 * @param url a JDBC URL
 */
public record ExporterLogin(String url, String user, String password) {

  /** The exporter's own role on the product's database. */
  public static ExporterLogin on(DatabaseLogin login, String password) {
    return new ExporterLogin(login.url(), DatabaseRoles.EXPORTER, password);
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
