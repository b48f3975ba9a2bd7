package org.verger.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.deployment.CannotStartException;
import org.verger.machine.FreePorts;
import org.verger.testing.TestDatabase;

/** What somebody reads who names an external database that does not do. */
class MigrationTest {

  private static DatabaseLogin good;
  private static DatabaseLogins logins;

  @BeforeAll
  static void createDatabase() {
    TestDatabase database = TestDatabase.create();
    good = database.logins().migrations();
    logins = database.logins();
    JdbcClient.create(new DriverManagerDataSource(database.superuserUrl()))
        .sql("CREATE ROLE mere_visitor LOGIN PASSWORD 'visitor'")
        .update();
    JdbcClient.create(new DriverManagerDataSource(database.superuserUrl()))
        .sql("CREATE ROLE spoilt LOGIN PASSWORD 'spoilt' IN ROLE verger_owner")
        .update();
  }

  @Test
  void namesTheAddressThatCannotBeReached() {
    String url = "jdbc:postgresql://127.0.0.1:%d/verger".formatted(FreePorts.find());
    failureOf(new DatabaseLogin(url, "verger", "secret"))
        .hasMessageStartingWith("The database " + url + " cannot be reached")
        .hasMessageEndingWith("start it, or correct spring.datasource.url");
  }

  @Test
  void namesTheDatabaseThatDoesNotExist() {
    failureOf(new DatabaseLogin(good.url() + "_missing", good.user(), good.password()))
        .hasMessageContaining(
            "_missing does not exist: create it with the owner verger_migrations");
  }

  @Test
  void namesTheRightThatTheLoginLacks() {
    failureOf(new DatabaseLogin(good.url(), "mere_visitor", "visitor"))
        .hasMessageStartingWith("The login mere_visitor lacks a right")
        .hasMessageContaining("LOGIN NOINHERIT CREATEROLE");
  }

  @Test
  void namesTheUnknownUserWithoutItsPassword() {
    failureOf(new DatabaseLogin(good.url(), "nobody_here", "my-secret"))
        .hasMessageContaining("does not let nobody_here sign in")
        .message()
        .doesNotContain("my-secret");
  }

  @Test
  void namesTheLoginOfThePoolThatCannotSignIn() {
    failureOf(
            new DatabaseLogins(
                logins.migrations(), new DatabaseLogin(good.url(), "nobody_here", "x")))
        .hasMessageContaining(
            "does not let nobody_here sign in: correct spring.datasource.username");
  }

  @Test
  void namesTheSettingsOfMigrationsThatCannotSignIn() {
    failureOf(new DatabaseLogins(new DatabaseLogin(good.url(), "nobody_here", "x"), logins.pool()))
        .hasMessageContaining("sign in: correct verger.database.migrations.username");
  }

  @Test
  void refusesAPoolThatCouldTakeOnTheOwnersRole() {
    failureOf(new DatabaseLogins(good, new DatabaseLogin(good.url(), "spoilt", "spoilt")))
        .hasMessageStartingWith("The login spoilt of the connection pool can still take on")
        .hasMessageContaining("db/two-logins.sql");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void warnsWhereOneLoginDoesForBoth(CapturedOutput output) {
    Migration.run(new DatabaseLogins(good, good), TestDatabase.PASSWORD);
    assertThat(output)
        .contains("verger_migrations does for migrations too", "verger.database.migrations");
  }

  private static AbstractThrowableAssert<?, ?> failureOf(DatabaseLogin login) {
    return failureOf(new DatabaseLogins(login, login));
  }

  private static AbstractThrowableAssert<?, ?> failureOf(DatabaseLogins logins) {
    return assertThatThrownBy(() -> Migration.run(logins, TestDatabase.PASSWORD))
        .isInstanceOf(CannotStartException.class);
  }
}
