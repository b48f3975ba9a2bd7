package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.deployment.CannotStartException;
import org.verger.identity.Accounts;
import org.verger.identity.ApiSessions;
import org.verger.machine.DataFolder;
import org.verger.time.MovableClock;

/** Where the key of the access tokens comes from. */
@WebTest
class ApiTokenKeyTest {

  @Autowired ApiSessions sessions;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @TempDir Path home;

  @Test
  void theDemoMakesAKeyAndKeepsItForTheNextStart() throws IOException {
    ApiSessions.Opened session = sessions.open(root());
    String token;
    try (DataFolder folder = DataFolder.open(home)) {
      token = tokens("", true, folder).issue(session);
    }
    Path key = home.resolve("secrets/jwt");
    assertThat(Files.readString(key)).hasSizeGreaterThanOrEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    try (DataFolder again = DataFolder.open(home)) {
      assertThat(tokens("", true, again).check(token)).isPresent();
    }
  }

  @Test
  void outsideTheDemoAMissingKeyKeepsTheApplicationFromStarting() throws IOException {
    try (DataFolder folder = DataFolder.open(home)) {
      assertThatThrownBy(() -> tokens("", false, folder))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("set VERGER_SECURITY_JWT_SECRET");
    }
    assertThat(home.resolve("secrets/jwt")).doesNotExist();
  }

  private UUID root() {
    return jdbc.sql("SELECT id FROM shared.user_account WHERE email = ?")
        .param(WebTestChurches.ROOT)
        .query(UUID.class)
        .single();
  }

  private ApiTokens tokens(String given, boolean demo, DataFolder folder) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("dataFolder", folder);
    ObjectProvider<DataFolder> provider = beans.getBeanProvider(DataFolder.class);
    return new ApiTokenConfiguration()
        .apiTokens(given, demo, provider, sessions, accounts, new MovableClock());
  }
}
