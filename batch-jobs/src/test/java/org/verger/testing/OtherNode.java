package org.verger.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.verger.approvals.Tiers;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.time.MovableClock;

/** A process of its own that runs batch jobs on the test's database, and can be killed. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = "org.verger",
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.verger\\.testing\\..*"))
public class OtherNode {

  public static void main(String... arguments) {
    SpringApplication.run(OtherNode.class, arguments);
  }

  /** Starts it. */
  public static Process start(TestDatabase database, Path log, String... settings)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                OtherNode.class.getName(),
                "--test.url=" + database.url(),
                "--verger.roles=batch",
                "--spring.main.web-application-type=none"));
    command.addAll(List.of(settings));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File(log.toString()))
        .start();
  }

  @Bean
  DatabaseLogins databaseLogins(@Value("${test.url}") String url) {
    return new TestDatabase(url, url).logins();
  }

  @Bean
  DatabaseLogin databaseLogin(DatabaseLogins logins) {
    return logins.pool();
  }

  @Bean
  HikariDataSource dataSource(
      DatabaseLogin login, @Value("${test.connections:10}") int connections) {
    HikariDataSource pool = login.pool();
    pool.setMaximumPoolSize(connections);
    return pool;
  }

  @Bean
  InitializingBean clockOfTheTest(
      MovableClock clock, @Value("${test.offset:PT0S}") Duration offset) {
    return () -> clock.setOffset(offset);
  }

  @Bean
  Tiers tiers() {
    return (question, quorum) -> List.of();
  }
}
