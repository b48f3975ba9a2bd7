package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.verger.machine.FreePorts;
import org.verger.testing.TestDatabase;

/** The packaged application, started, killed and stopped as people and machines do it. */
@Isolated
class LauncherIT {

  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Test
  @Tag("engine")
  void startsFromAnEmptyFolderAndAgainAfterEveryKill() throws Exception {
    RunningVerger first = RunningVerger.start(folder).awaitReady();
    first.awaitLine("Sign in as admin@olamchurch.example, operator@olamchurch.example");
    mark(42_000);
    RunningVerger.broker(folder).orElseThrow().destroyForcibly();
    RunningVerger.postgres(folder).orElseThrow().destroyForcibly();
    first
        .awaitLine("The database is running again")
        .awaitLine("The engine is running again")
        .kill();
    ProcessHandle orphanedBroker = RunningVerger.broker(folder).orElseThrow();
    ProcessHandle orphanedPostgres = RunningVerger.postgres(folder).orElseThrow();

    try (RunningVerger second = RunningVerger.start(folder).awaitReady()) {
      assertThat(orphanedBroker.isAlive()).isFalse();
      assertThat(orphanedPostgres.isAlive()).isFalse();
      assertThat(marked()).isEqualTo(42_000);
      refusesASecondOneOnTheSameFolder();
      second.interrupt();
      assertThat(second.log())
          .doesNotContain("ended unexpectedly")
          .doesNotContain("takes too long")
          .doesNotContain("ERROR");
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> RunningVerger.postgres(folder).isEmpty());
    assertThat(RunningVerger.broker(folder)).isEmpty();
  }

  private void refusesASecondOneOnTheSameFolder() throws Exception {
    try (RunningVerger other = RunningVerger.start(folder)) {
      assertThat(other.failure())
          .contains("Another Verger is running on the data folder " + folder.resolve("data"));
    }
    assertThat(RunningVerger.broker(folder)).isPresent();
    assertThat(RunningVerger.postgres(folder)).isPresent();
  }

  @Test
  void saysPlainlyThatItsPortIsTaken() throws Exception {
    int port = FreePorts.find();
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(port));
      try (RunningVerger verger = RunningVerger.start(folder, "--server.port=" + port)) {
        assertThat(verger.failure())
            .contains("Port " + port + " is taken by another program: stop that one, or choose")
            .doesNotContain("\tat ");
      }
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void saysPlainlyThatItsDataFolderCannotBeWritten() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    try (RunningVerger verger = RunningVerger.start(folder, "--verger.data=" + file)) {
      assertThat(verger.failure())
          .contains("The data folder " + file + " cannot be written: give this user the right")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void saysPlainlyThatAnExternalDatabaseIsAway() throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:%d/verger".formatted(FreePorts.find());
    try (RunningVerger verger =
        RunningVerger.start(
            folder, "--spring.datasource.url=" + url, "--verger.database.exporter-password=x")) {
      assertThat(verger.failure())
          .contains("The database " + url + " cannot be reached")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void saysPlainlyThatAnExternalEngineIsAway() throws Exception {
    String address = "http://127.0.0.1:" + FreePorts.find();
    try (RunningVerger verger =
        RunningVerger.start(
            folder,
            external(TestDatabase.create(), "workers"),
            "--verger.engine.address=" + address,
            "--verger.engine.ready-within=1s")) {
      assertThat(verger.failure())
          .contains("The engine " + address + " cannot be reached")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void needsNoEngineAndNoFolderWhereItOnlyServesPeople() throws Exception {
    try (RunningVerger verger =
        RunningVerger.start(
                folder,
                external(TestDatabase.create(), "api"),
                "--verger.security.jwt-secret=" + KEY)
            .awaitReady()) {
      verger.stop();
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void saysPlainlyThatTheKeyOfTheAccessTokensIsMissing() throws Exception {
    try (RunningVerger verger =
        RunningVerger.start(folder, external(TestDatabase.create(), "api"))) {
      assertThat(verger.failure())
          .contains("set VERGER_SECURITY_JWT_SECRET to at least 32 random characters")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void saysPlainlyThatTheFirstAdministratorsPasswordIsTooShort() throws Exception {
    try (RunningVerger verger =
        RunningVerger.start(
            folder,
            external(TestDatabase.create(), "api"),
            "--verger.security.jwt-secret=" + KEY,
            "--verger.platform.admin-email=root@platform.example",
            "--verger.platform.admin-password=short")) {
      assertThat(verger.failure())
          .contains("for the platform's first administrator: correct VERGER_PLATFORM_ADMINPASSWORD")
          .doesNotContain("\tat ");
    }
  }

  private static String external(TestDatabase database, String role) {
    return """
    --spring.application.json={"spring.datasource.url": "%s", "spring.datasource.username": "%s",\
     "spring.datasource.password": "%s", "verger.database.exporter-password": "%s",\
     "verger.database.migrations.username": "%s", "verger.database.migrations.password": "%s",\
     "verger.roles": "%s"}\
    """
        .formatted(
            database.url(),
            TestDatabase.USER,
            TestDatabase.PASSWORD,
            TestDatabase.PASSWORD,
            TestDatabase.MIGRATIONS_USER,
            TestDatabase.PASSWORD,
            role);
  }

  private void mark(long offset) {
    RunningVerger.database(folder)
        .sql("UPDATE shared.clock SET offset_millis = ?")
        .param(offset)
        .update();
  }

  private long marked() {
    return RunningVerger.database(folder)
        .sql("SELECT offset_millis FROM shared.clock")
        .query(Long.class)
        .single();
  }
}
