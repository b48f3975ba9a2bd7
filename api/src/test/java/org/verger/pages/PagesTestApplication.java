package org.verger.pages;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.SpringApplication;
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
import org.verger.machine.DataFolder;
import org.verger.testing.TestDatabase;

/** The pages on a real database, without an engine; started by hand it shows them in a browser. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = "org.verger",
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = VergerApplication.class),
      @ComponentScan.Filter(type = FilterType.CUSTOM, classes = PagesTestApplication.OfATest.class)
    })
@Import({
  PagesTestChurch.class,
  PagesTestChurch.Registry.class,
  PagesTestChurch.Follow.class,
  PagesTestEngine.class
})
public class PagesTestApplication {

  /** Starts it with a church full of guests. */
  public static void main(String[] arguments) {
    SpringApplication.run(PagesTestApplication.class, arguments)
        .getBean(PagesTestChurch.class)
        .settle();
  }

  @Bean
  TestDatabase testDatabase() {
    return TestDatabase.create();
  }

  @Bean
  DatabaseLogin databaseLogin(TestDatabase database) {
    return database.login();
  }

  @Bean
  HikariDataSource dataSource(TestDatabase database) {
    return database.pool();
  }

  @Bean
  DataFolder dataFolder() throws IOException {
    return DataFolder.open(Files.createTempDirectory("verger-pages"));
  }

  static final class OfATest implements TypeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory factory) throws IOException {
      String place = type.getResource().getURL().toString();
      return place.contains("/test-classes/") || place.contains("-tests.jar");
    }
  }
}
