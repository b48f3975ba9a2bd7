package org.verger.database.embedded;

import java.sql.SQLException;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.deployment.CannotStartException;
import org.verger.machine.DataFolder;
import org.verger.machine.FreePorts;
import org.verger.machine.Supervisor;

/** The database server of this application: started, kept running and stopped with it. */
final class EmbeddedPostgres implements AutoCloseable {

  private static final String NAME = "verger";

  private final DataFolder folder;
  private final PostgresProgram program;
  private final Supervisor supervisor;

  private EmbeddedPostgres(DataFolder folder, PostgresProgram program) {
    this.folder = folder;
    this.program = program;
    this.supervisor = Supervisor.of(program);
  }

  /**
   * Begins to start the server and returns at once.
   *
   * @param configuredPort its port, or 0 for a free one
   */
  static EmbeddedPostgres start(DataFolder folder, int configuredPort) {
    return new EmbeddedPostgres(
        folder, new PostgresProgram(folder, FreePorts.orFree(configuredPort)));
  }

  /** Waits for the server, and returns the product's own logins on its own database. */
  DatabaseLogins logins() {
    supervisor.awaitStart();
    DatabaseLogins logins =
        new DatabaseLogins(
            new DatabaseLogin(url(NAME), "verger_migrations", folder.secret("migrations")),
            new DatabaseLogin(url(NAME), NAME, folder.secret("database")));
    try {
      EmbeddedLogins.create(administrator("postgres"), logins, NAME);
      EmbeddedLogins.keepApart(administrator(NAME));
    } catch (SQLException failure) {
      throw new CannotStartException(
          "The embedded database refuses its own administrator, which happens when %s/secrets was changed or removed: put it back from the copy that was saved with the data"
              .formatted(folder),
          failure);
    }
    return logins;
  }

  @Override
  public void close() {
    supervisor.close();
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(program.port(), database);
  }

  private DatabaseLogin administrator(String database) {
    return new DatabaseLogin(
        url(database), PostgresProgram.SUPERUSER, folder.secret(PostgresProgram.SUPERUSER));
  }
}
