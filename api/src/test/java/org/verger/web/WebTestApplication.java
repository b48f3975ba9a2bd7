package org.verger.web;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.verger.VergerApplication;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.testing.TestDatabase;

/** The whole of what the role "api" runs, and nothing of other tests. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = "org.verger",
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = VergerApplication.class),
      @ComponentScan.Filter(type = FilterType.CUSTOM, classes = WebTestApplication.OfATest.class)
    })
@Import({WebTestChurches.class, AwkwardApi.class, AwkwardList.class})
public class WebTestApplication {

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

  static final class OfATest implements TypeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
      String place = type.getResource().getURL().toString();
      return place.contains("/test-classes/") || place.contains("-tests.jar");
    }
  }
}
