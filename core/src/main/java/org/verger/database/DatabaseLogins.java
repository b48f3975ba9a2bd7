package org.verger.database;

/**
 * The two logins of the product. One may do for both; then SQL that finds its way into a request
 * can take on the owner's role.
 *
 * @param migrations creates roles, schemas and tables; owns the database
 * @param pool does the work; may take on the role of each church and nothing else
 */
public record DatabaseLogins(DatabaseLogin migrations, DatabaseLogin pool) {

  /** Whether one login does for both. */
  public boolean areOne() {
    return migrations.user().equals(pool.user());
  }
}
