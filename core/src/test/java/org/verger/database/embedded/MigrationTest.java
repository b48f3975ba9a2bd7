package org.verger.database.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.verger.database.DatabaseLogin;
import org.verger.deployment.CannotStartException;
import org.verger.machine.FreePorts;
import org.verger.testing.TestDatabase;

/** What somebody reads who names an external database that does not do. */
class MigrationTest {

  private static DatabaseLogin good;

  @BeforeAll
  static void createDatabase() {
    TestDatabase database = TestDatabase.create();
    good = database.login();
    JdbcClient.create(new DriverManagerDataSource(database.superuserUrl()))
        .sql("CREATE ROLE mere_visitor LOGIN PASSWORD 'visitor'")
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
        .hasMessageContaining("_missing does not exist: create it with the owner verger");
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

  private static AbstractThrowableAssert<?, ?> failureOf(DatabaseLogin login) {
    return assertThatThrownBy(() -> Migration.run(login, "exporter"))
        .isInstanceOf(CannotStartException.class);
  }
}
