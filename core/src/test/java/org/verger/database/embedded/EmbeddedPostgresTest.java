package org.verger.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.database.DatabaseLogin;
import org.verger.machine.DataFolder;
import org.verger.machine.FreePorts;

class EmbeddedPostgresTest {

  @TempDir static Path temporary;
  private static DataFolder folder;

  @BeforeAll
  static void openFolder() {
    folder = DataFolder.open(temporary);
  }

  @AfterAll
  static void closeFolder() {
    folder.close();
  }

  @Test
  void keepsItsDataFromOneStartToTheNext() {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      JdbcClient jdbc = JdbcClient.create(server.logins().migrations().unpooled());
      jdbc.sql("CREATE TABLE IF NOT EXISTS kept (value integer)").update();
      jdbc.sql("INSERT INTO kept VALUES (42)").update();
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      JdbcClient jdbc = JdbcClient.create(server.logins().migrations().unpooled());
      assertThat(jdbc.sql("SELECT value FROM kept").query(Integer.class).single()).isEqualTo(42);
    }
  }

  @Test
  void losesNothingThatItAcknowledged() {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      JdbcClient jdbc = JdbcClient.create(server.logins().pool().unpooled());
      assertThat(jdbc.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
      assertThat(jdbc.sql("SHOW synchronous_commit").query(String.class).single()).isEqualTo("on");
      assertThat(jdbc.sql("SHOW full_page_writes").query(String.class).single()).isEqualTo("on");
    }
  }

  @Test
  void isBackOnItsPortAfterItWasKilled() throws IOException {
    int port = FreePorts.find();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, port)) {
      DatabaseLogin login = server.logins().pool();
      kill();
      assertThat(login.url()).contains(":" + port + "/");
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptionsInstanceOf(RuntimeException.class)
          .untilAsserted(() -> assertThat(one(login)).isEqualTo(1));
    }
  }

  @Test
  void startsWhereAnEarlierRunLeftItsServerBehind() throws IOException, InterruptedException {
    PostgresProgram orphan = new PostgresProgram(folder, FreePorts.find());
    ProcessHandle orphaned = orphan.start();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      assertThat(one(server.logins().pool())).isEqualTo(1);
      await().untilAsserted(() -> assertThat(orphaned.isAlive()).isFalse());
    }
  }

  @Test
  void startsWhereANumberOfItsOwnNowBelongsToAnotherProgram() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      server.logins().pool();
    }
    Files.writeString(
        temporary.resolve("postgresql/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      assertThat(one(server.logins().pool())).isEqualTo(1);
    }
  }

  @Test
  void letsNobodyInWithoutAPassword() {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
      DatabaseLogin guess = new DatabaseLogin(server.logins().pool().url(), "postgres", "postgres");
      assertThatThrownBy(() -> guess.unpooled().getConnection())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  private static int one(DatabaseLogin login) {
    return JdbcClient.create(login.unpooled()).sql("SELECT 1").query(Integer.class).single();
  }

  private static void kill() throws IOException {
    String pid = Files.readAllLines(temporary.resolve("postgresql/postmaster.pid")).getFirst();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
  }
}
