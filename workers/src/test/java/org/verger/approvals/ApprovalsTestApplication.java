package org.verger.approvals;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.testing.TestDatabase;

/** The domain with the tables of the models, on a real database and without an engine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = "org.verger",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "org\\.verger\\.engine\\..*",
              "org\\.verger\\.testing\\..*",
              "org\\.verger\\..*\\.worker\\..*"
            }))
class ApprovalsTestApplication {

  @Bean
  TestDatabase testDatabase() {
    return TestDatabase.create();
  }

  @Bean
  DatabaseLogins databaseLogins(TestDatabase database) {
    return database.logins();
  }

  @Bean
  DatabaseLogin databaseLogin(DatabaseLogins logins) {
    return logins.pool();
  }

  @Bean
  HikariDataSource dataSource(TestDatabase database) {
    return database.pool();
  }
}
