package org.verger.database;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the database is and what this product signs in as.
 *
 * @param url a JDBC URL
 */
public record DatabaseLogin(String url, String user, String password) {

  /**
   * Connections that are opened anew each time. Migrations take on the owner's role for a whole
   * connection, which must not find its way into the pool.
   */
  public DataSource unpooled() {
    return new DriverManagerDataSource(url, user, password);
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
