package org.verger.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the database is and what this product signs in as.
 *
 * @param url a JDBC URL
 */
public record DatabaseLogin(String url, String user, String password) {

  // The driver would put the values of a violated key into its messages, and those into the log.
  private static final String VALUES_IN_MESSAGES = "logServerErrorDetail";

  /** Connections that are opened anew each time. */
  public DataSource unpooled() {
    DriverManagerDataSource source = new DriverManagerDataSource(url, user, password);
    Properties properties = new Properties();
    properties.setProperty(VALUES_IN_MESSAGES, "false");
    source.setConnectionProperties(properties);
    return source;
  }

  /** A new pool of connections; the caller closes it. */
  public HikariDataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.addDataSourceProperty(VALUES_IN_MESSAGES, "false");
    return pool;
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
