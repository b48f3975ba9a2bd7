package org.verger.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.verger.deployment.CannotStartException;
import org.verger.machine.DataFolder;
import org.verger.machine.LeftOver;
import org.verger.machine.Program;

/** The database server as a program on this machine, reachable from this machine only. */
final class PostgresProgram implements Program {

  static final String SUPERUSER = "postgres";

  private static final Logger log = LoggerFactory.getLogger(PostgresProgram.class);

  // What is read at random here is mostly in memory, else on a solid-state disk; at the costs of a
  // turning disk, small tables are read from end to end for each row of a large one.
  // The log must not show values: a violated constraint would name a guest's phone number.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "fsync", "on",
          "synchronous_commit", "on",
          "max_connections", "200",
          "random_page_cost", "1.1",
          "timezone", "UTC",
          "log_error_verbosity", "terse",
          "log_min_error_statement", "panic");

  private final DataFolder folder;
  private final int port;

  PostgresProgram(DataFolder folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  int port() {
    return port;
  }

  @Override
  public String name() {
    return "The database";
  }

  @Override
  public ProcessHandle start() throws InterruptedException {
    try {
      PostgresBinaries.unpackOnce(binaries());
      stopLeftOver();
      if (!Files.exists(cluster())) {
        initialise();
      }
      control("start", "-l", logFile().toString(), "-o", options());
      return running()
          .orElseThrow(() -> new IOException("The server ended as soon as it was started"));
    } catch (IOException failure) {
      throw new CannotStartException(
          "The database does not start; read its log %s and start again: %s"
              .formatted(logFile(), failure.getMessage()),
          failure);
    }
  }

  @Override
  public void stop() {
    if (running().isEmpty()) {
      return;
    }
    try {
      control("stop", "-m", "fast");
    } catch (IOException failure) {
      log.error("The database could not be stopped; its log is {}", logFile(), failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopLeftOver() throws IOException, InterruptedException {
    if (running().isPresent()) {
      log.warn("The database of an earlier run is still there and is being stopped");
      control("stop", "-m", "fast");
    }
    // The server would take any living process of this number for its predecessor.
    Files.deleteIfExists(pidFile());
  }

  /** The password is there from the first moment: other users of this machine can connect too. */
  private void initialise() throws IOException, InterruptedException {
    folder.secret(SUPERUSER);
    Path unfinished = folder.resolve("postgresql.new");
    FileSystemUtils.deleteRecursively(unfinished);
    run(
        "initdb",
        List.of(
            "--pgdata=" + unfinished,
            "--username=" + SUPERUSER,
            "--pwfile=" + folder.secretFile(SUPERUSER),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void control(String verb, String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(verb, "-D", cluster().toString(), "-w", "-t", "60"));
    all.addAll(List.of(arguments));
    run("pg_ctl", all);
  }

  // Output goes to a file: the server inherits it and keeps a pipe open for as long as it runs.
  private void run(String program, List<String> arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("log/" + program + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(new PostgresBinaries(binaries()).command(program, arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(output).strip());
    }
  }

  private String options() {
    StringBuilder options = new StringBuilder("-p ").append(port);
    SETTINGS.forEach((name, value) -> options.append(" -c %s=%s".formatted(name, value)));
    return options.toString();
  }

  private Optional<ProcessHandle> running() {
    return LeftOver.find(pidFile(), cluster().toString());
  }

  private Path binaries() {
    return folder.resolve("dist/postgresql-18");
  }

  private Path cluster() {
    return folder.resolve("postgresql");
  }

  private Path pidFile() {
    return cluster().resolve("postmaster.pid");
  }

  private Path logFile() {
    return folder.resolve("log/postgresql.log");
  }
}
