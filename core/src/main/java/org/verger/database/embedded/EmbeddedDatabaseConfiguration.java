package org.verger.database.embedded;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.database.ExporterLogin;
import org.verger.deployment.Launched;
import org.verger.machine.DataFolder;

/** A database of our own, where no other is named. */
@Configuration(proxyBeanMethods = false)
@Launched
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabaseConfiguration {

  @Bean
  EmbeddedPostgres embeddedPostgres(
      DataFolder folder, @Value("${verger.database.port:0}") int port) {
    return EmbeddedPostgres.start(folder, port);
  }

  @Bean
  DatabaseLogins databaseLogins(EmbeddedPostgres server, DataFolder folder) {
    DatabaseLogins logins = server.logins();
    Migration.run(logins, folder.secret("exporter"));
    return logins;
  }

  @Bean
  DatabaseLogin databaseLogin(DatabaseLogins logins) {
    return logins.pool();
  }

  @Bean
  ExporterLogin exporterLogin(DatabaseLogin login, DataFolder folder) {
    return ExporterLogin.on(login, folder.secret("exporter"));
  }
}
