package org.verger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;
import org.verger.analytics.BackFill;
import org.verger.analytics.CheckRecords;
import org.verger.analytics.RollUp;
import org.verger.analytics.Scope;
import org.verger.analytics.Subject;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;

/** Rolls up many churches, beside one statement for each that somebody wrote by hand. */
public final class RollUps {

  private static final Scope NIGHT = Scope.night(LocalDate.of(2026, 1, 10));
  private static final Scope ALL = new Scope(LocalDate.of(2023, 12, 31), LocalDate.of(2026, 1, 5));

  private final ConfigurableApplicationContext core;
  private final FigureTables tables;
  private final int facts = Integer.getInteger("bench.facts", 10_000);
  private final List<TenantId> churches =
      IntStream.range(0, Integer.getInteger("bench.tenants", 50))
          .mapToObj(number -> new TenantId("church-" + number))
          .toList();

  private RollUps(ConfigurableApplicationContext core) {
    this.core = core;
    this.tables = new FigureTables(core);
  }

  /** What is measured, with the product's own database. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
  @ComponentScan({
    "org.verger.analytics",
    "org.verger.audit",
    "org.verger.database",
    "org.verger.machine",
    "org.verger.organisation",
    "org.verger.outbox",
    "org.verger.processes",
    "org.verger.tenants",
    "org.verger.time"
  })
  static class Core {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    LoggingSystem.get(RollUps.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    Path folder = Files.createTempDirectory("verger-bench");
    try (ConfigurableApplicationContext core =
        new SpringApplicationBuilder(Core.class)
            .web(WebApplicationType.NONE)
            .properties(
                "verger.data=" + folder,
                "verger.launched=true",
                "verger.roles=batch",
                "spring.main.lazy-initialization=true",
                "logging.level.root=warn")
            .run()) {
      new RollUps(core).run();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run() {
    print("%d churches with %d facts each", churches.size(), facts);
    churches.forEach(this::enter);
    tables.settle();
    Timed byHand = new Timed();
    Timed ours = new Timed();
    for (int number = 0; number < churches.size(); number++) {
      TenantId church = churches.get(number);
      boolean oursFirst = number % 2 == 0;
      if (oursFirst) {
        ours(church, ours);
      }
      byHand(church, byHand);
      String expected = tables.fingerprint(church);
      if (!oursFirst) {
        ours(church, ours);
      } else {
        ours(church, new Timed());
      }
      if (!tables.fingerprint(church).equals(expected)) {
        throw new IllegalStateException("The figures of " + church + " differ");
      }
    }
    print(
        "by hand %.2f s, ours %.2f s, ratio %.2f",
        byHand.seconds(), ours.seconds(), ours.seconds() / byHand.seconds());
    oneDay(ours.seconds());
  }

  private void enter(TenantId church) {
    Tenant tenant =
        new Tenant(
            church,
            "Church",
            null,
            ZoneId.of("America/Chicago"),
            List.of("en"),
            "US",
            "USD",
            Tenant.Status.CREATING);
    core.getBean(CreateTenant.class).create(tenant, "bench");
    tables.enter(church, facts);
  }

  private void byHand(TenantId church, Timed timed) {
    tables.clear(church);
    timed.take(() -> tables.byHand(church, NIGHT.through()));
  }

  private void ours(TenantId church, Timed timed) {
    tables.clear(church);
    CurrentTenant.run(
        church, () -> core.getBean(BackFill.class).mark(ALL, EnumSet.allOf(Subject.class)));
    timed.take(() -> EnumSet.allOf(Subject.class).forEach(subject -> rollUp(church, subject)));
  }

  private void rollUp(TenantId church, Subject subject) {
    RollUp rollUp = core.getBean(RollUp.class);
    CurrentTenant.run(
        church,
        () -> {
          while (rollUp.next(subject, NIGHT, 1000) instanceof RollUp.Outcome.RolledUp done
              && done.left() > 0) {
            // The next days.
          }
        });
  }

  // A night of all churches: one day of one of them has changed, then one day of each.
  private void oneDay(double full) {
    tables.settle();
    night();
    tables.change(churches.getFirst());
    double one = night();
    print("one day of one church changed: %.2f s, %.2f %% of the full run", one, 100 * one / full);
    churches.forEach(tables::change);
    double each = night();
    print("one day of each church changed: %.2f s, %.2f %%", each, 100 * each / full);
  }

  private double night() {
    Timed timed = new Timed();
    timed.take(
        () -> {
          for (TenantId church : churches) {
            CurrentTenant.call(church, () -> core.getBean(CheckRecords.class).check(NIGHT))
                .days()
                .keySet()
                .forEach(subject -> rollUp(church, subject));
          }
        });
    return timed.seconds();
  }

  /** How long something took. */
  private static final class Timed {

    private long nanos;

    void take(Runnable work) {
      long start = System.nanoTime();
      work.run();
      nanos += System.nanoTime() - start;
    }

    double seconds() {
      return nanos / 1e9;
    }
  }

  private static void print(String text, Object... values) {
    System.out.println(String.format(java.util.Locale.ROOT, text, values));
  }
}
