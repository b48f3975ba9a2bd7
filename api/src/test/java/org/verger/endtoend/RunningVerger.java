package org.verger.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The application, its broker and its database as a newcomer starts them, on free ports. */
final class RunningVerger implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Path home;
  private final int port = freePort();
  private Process process;

  /** Starts in an own data folder; an existing one is taken up again. */
  RunningVerger(Path home) {
    this.home = home;
    process = launch();
    awaitReady();
  }

  /** The address of the application, without a trailing slash. */
  URI address() {
    return URI.create("http://localhost:" + port);
  }

  Path data() {
    return home.resolve("data");
  }

  ApiClient anonymous() {
    return new ApiClient(address(), null);
  }

  ApiClient signedIn(String email) {
    return anonymous().signIn(email, "verger-demo");
  }

  /** Ends the application as a power cut would; broker and database stay behind as orphans. */
  void killApplication() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Kills a child of the application whose command line contains {@code mark}. */
  void killChild(String mark) {
    ProcessHandle child =
        process
            .descendants()
            .filter(candidate -> commandLine(candidate).contains(mark))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No child process runs " + mark));
    child.destroyForcibly();
    child.onExit().join();
  }

  /** Kills the database server, whose first process wrote its id to the data folder. */
  void killPostgres() {
    try (var files = Files.find(data(), 4, (path, is) -> path.endsWith("postmaster.pid"))) {
      String pid = Files.readAllLines(files.findFirst().orElseThrow()).getFirst().strip();
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      postmaster.destroyForcibly();
      postmaster.onExit().join();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts the application again after {@link #killApplication}. */
  void startAgain() {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The application did not stop within a minute");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
    command.add("-Dverger.home=" + home);
    command.addAll(List.of("-cp", classPath()));
    command.add("org.verger.VergerApplication");
    command.add("--server.port=" + port);
    command.add("--verger.engine.distribution=" + setting("verger.test.zeebe-distribution"));
    command.add("--verger.engine.exporter-jar=" + setting("verger.test.exporter-plugin"));
    try {
      Files.createDirectories(home);
      return new ProcessBuilder(command)
          .directory(home.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("out.log").toFile()))
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // The tests' own configuration is no part of the product.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void awaitReady() {
    await("the application, see " + home.resolve("out.log"))
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("The application ended: " + home.resolve("out.log"));
              }
              return anonymous().isReady();
            });
  }

  private static String commandLine(ProcessHandle handle) {
    return handle.info().commandLine().orElse("");
  }

  private static String setting(String name) {
    return Objects.requireNonNull(System.getProperty(name), name + " is set by the build");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
