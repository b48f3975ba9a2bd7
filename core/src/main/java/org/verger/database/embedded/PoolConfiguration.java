package org.verger.database.embedded;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.database.DatabaseLogin;
import org.verger.deployment.Launched;

@Configuration(proxyBeanMethods = false)
@Launched
class PoolConfiguration {

  /** Whoever is given the pool finds the shared schema migrated, because the login comes first. */
  @Bean
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource dataSource(DatabaseLogin login) {
    return login.pool();
  }
}
