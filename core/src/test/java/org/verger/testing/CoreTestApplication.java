package org.verger.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.verger.approvals.Tiers;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;

/** The domain on a real database, without web, engine or batch. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = "org.verger",
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.verger\\.testing\\..*"))
public class CoreTestApplication {

  @Bean
  TestDatabase testDatabase() {
    return TestDatabase.create();
  }

  @Bean
  Tiers tiers() {
    return new PlainTiers();
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
