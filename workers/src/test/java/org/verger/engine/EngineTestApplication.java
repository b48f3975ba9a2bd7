package org.verger.engine;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.testing.TestDatabase;

/** The engine adapter on a real database, with the workers that a test brings and no others. */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = {
      "org.verger.database",
      "org.verger.tenants",
      "org.verger.time",
      "org.verger.outbox",
      "org.verger.processes",
      "org.verger.engine"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "org\\.verger\\.engine\\.embedded\\..*",
              "org\\.verger\\.database\\.embedded\\..*"
            }))
class EngineTestApplication {

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

  @Bean
  SimpleMeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  static ConfigurableApplicationContext start(EngineAddress address, JobWorker<?, ?>... workers) {
    return builder(address, workers).run("--verger.engine.models=classpath*:test-models/");
  }

  static SpringApplicationBuilder builder(EngineAddress address, JobWorker<?, ?>... workers) {
    return new SpringApplicationBuilder(EngineTestApplication.class)
        .web(WebApplicationType.NONE)
        .properties("verger.roles=workers", "verger.engine.jobs.timeout=PT5S")
        .initializers(
            context -> {
              GenericApplicationContext beans = (GenericApplicationContext) context;
              beans.registerBean(EngineAddress.class, () -> address);
              Arrays.stream(workers).forEach(worker -> register(beans, worker));
            });
  }

  private static <W extends JobWorker<?, ?>> void register(
      GenericApplicationContext beans, W worker) {
    @SuppressWarnings("unchecked") // the class of a W is a class of W
    Class<W> type = (Class<W>) worker.getClass();
    beans.registerBean("worker" + System.identityHashCode(worker), type, () -> worker);
  }
}
