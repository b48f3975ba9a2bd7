package org.verger.database.embedded;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.database.ExporterLogin;
import org.verger.deployment.CannotStartException;
import org.verger.deployment.Launched;

/** The database that {@code spring.datasource.url} names. */
@Configuration(proxyBeanMethods = false)
@Launched
@ConditionalOnExpression("!'${spring.datasource.url:}'.isEmpty()")
class ExternalDatabaseConfiguration {

  private final String exporterPassword;

  ExternalDatabaseConfiguration(
      @Value("${verger.database.exporter-password:}") String exporterPassword) {
    if (exporterPassword.isEmpty()) {
      throw new CannotStartException(
          "An external database needs a password for the engine's exporter: choose one and set"
              + " verger.database.exporter-password (or VERGER_DATABASE_EXPORTERPASSWORD)");
    }
    this.exporterPassword = exporterPassword;
  }

  @Bean
  DatabaseLogins databaseLogins(
      @Value("${spring.datasource.url}") String url,
      @Value("${spring.datasource.username:verger}") String user,
      @Value("${spring.datasource.password:}") String password,
      @Value("${verger.database.migrations.username:}") String migrationsUser,
      @Value("${verger.database.migrations.password:}") String migrationsPassword) {
    DatabaseLogin pool = new DatabaseLogin(url, user, password);
    DatabaseLogin migrations =
        migrationsUser.isEmpty()
            ? pool
            : new DatabaseLogin(url, migrationsUser, migrationsPassword);
    DatabaseLogins logins = new DatabaseLogins(migrations, pool);
    Migration.run(logins, exporterPassword);
    return logins;
  }

  @Bean
  DatabaseLogin databaseLogin(DatabaseLogins logins) {
    return logins.pool();
  }

  @Bean
  ExporterLogin exporterLogin(DatabaseLogin login) {
    return ExporterLogin.on(login, exporterPassword);
  }
}
