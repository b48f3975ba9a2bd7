package org.verger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.analytics.Subject;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/** The records and figures of the churches. */
final class FigureTables {

  private static final List<String> FIRST_DAYS = List.of("attendance_first", "activity_first");

  private final JdbcClient jdbc;
  private final JdbcClient owner;
  private final TransactionTemplate transaction;
  private final String byHand = read("by-hand.sql");
  private final String records = read("records.sql");

  FigureTables(ApplicationContext core) {
    this.jdbc = core.getBean(JdbcClient.class);
    this.transaction = new TransactionTemplate(core.getBean(PlatformTransactionManager.class));
    DatabaseLogin login = core.getBean(DatabaseLogins.class).migrations();
    this.owner =
        JdbcClient.create(
            new SingleConnectionDataSource(login.url(), login.user(), login.password(), true));
    owner.sql("SET ROLE verger_owner").update();
  }

  void enter(TenantId church, int facts) {
    as(
        church,
        () -> {
          for (String statement :
              records.replace(":facts", String.valueOf(facts)).split(";\n", -1)) {
            if (statement.strip().startsWith("--") || statement.strip().startsWith("WITH")) {
              jdbc.sql(statement).query(Long.class).single();
            } else {
              jdbc.sql(statement).update();
            }
          }
        });
  }

  /** What the server would do by itself sooner or later. */
  void settle() {
    owner.sql("VACUUM ANALYZE").update();
  }

  void clear(TenantId church) {
    String tables =
        Arrays.stream(Subject.values())
            .map(subject -> "figure_" + subject.code())
            .collect(Collectors.joining(","));
    for (String table :
        (tables + ",rollup_change," + String.join(",", FIRST_DAYS)).split(",", -1)) {
      owner.sql("TRUNCATE " + church.schema() + "." + table).update();
    }
  }

  /** All figures until a day by the statement that was written by hand, with what suits it. */
  void byHand(TenantId church, LocalDate through) {
    as(
        church,
        () -> {
          jdbc.sql(
                  """
                  SELECT set_config('synchronous_commit', 'off', true),
                    set_config('jit', 'off', true), set_config('work_mem', '64MB', true)
                  """)
              .query()
              .singleRow();
          jdbc.sql(byHand).param("zone", "America/Chicago").param("through", through).update();
        });
  }

  /** Something of all that is counted, on one day. */
  void change(TenantId church) {
    as(
        church,
        () -> {
          jdbc.sql("UPDATE contribution SET amount = amount + 1 WHERE given_on = DATE '2025-03-09'")
              .update();
          jdbc.sql(
                  "UPDATE gathering SET headcount = headcount + 1 WHERE held_on = DATE"
                      + " '2025-03-09'")
              .update();
        });
  }

  /** The same for the same figures. */
  String fingerprint(TenantId church) {
    return CurrentTenant.call(
        church,
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    open ->
                        Arrays.stream(Subject.values())
                            .map(
                                subject ->
                                    jdbc.sql(
                                            "SELECT count(*) || ' ' ||"
                                                + " sum(hashtextextended(f::text, 0)) FROM figure_"
                                                + subject.code()
                                                + " f")
                                        .query(String.class)
                                        .single())
                            .collect(Collectors.joining(" ")))));
  }

  private void as(TenantId church, Runnable work) {
    CurrentTenant.run(church, () -> transaction.executeWithoutResult(open -> work.run()));
  }

  private static String read(String name) {
    try (InputStream file = FigureTables.class.getResourceAsStream("/rollups/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
