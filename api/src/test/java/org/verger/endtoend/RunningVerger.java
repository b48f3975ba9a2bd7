package org.verger.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.database.DatabaseLogin;
import org.verger.machine.FreePorts;
import org.verger.tenants.TenantId;

/** The packaged application as a process of its own, with the demo church unless told otherwise. */
public final class RunningVerger implements AutoCloseable {

  // Longer than the application waits for its engine: it says what was wrong.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final boolean HAS_GROUPS = Files.exists(Path.of("/usr/bin/setsid"));

  private final Process process;
  private final Path log;
  private final URI address;

  private RunningVerger(Process process, Path log, URI address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /**
   * Starts it in machines that are ready soon; the given settings, written {@code --name=value},
   * win over the usual ones.
   */
  static RunningVerger start(Path folder, String... settings) throws IOException {
    // The engine's Java machine, which the application starts, reads this variable too.
    return start(
        folder, List.of(), Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"), settings);
  }

  /** Starts it with these options of its own Java machine. */
  public static RunningVerger start(Path folder, List<String> options, String... settings)
      throws IOException {
    return start(folder, options, Map.of(), settings);
  }

  private static RunningVerger start(
      Path folder, List<String> options, Map<String, String> environment, String... settings)
      throws IOException {
    Path log = Files.createTempFile(folder, "verger-", ".log");
    Map<String, String> all = settings(folder, settings);
    List<String> command = new ArrayList<>(likeATerminal());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar().toString()));
    all.forEach((name, value) -> command.add(name + "=" + value));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(folder.toFile());
    builder.environment().putAll(environment);
    return new RunningVerger(
        builder.start(), log, URI.create("http://localhost:" + all.get("--server.port")));
  }

  private static Map<String, String> settings(Path folder, String... given) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("--server.port", String.valueOf(FreePorts.find()));
    settings.put("--verger.data", folder.resolve("data").toString());
    settings.put("--verger.engine.distribution", property("verger.test.zeebe-distribution"));
    settings.put("--verger.engine.exporter-jar", property("verger.test.exporter-plugin"));
    for (String setting : given) {
      String[] parts = setting.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    return settings;
  }

  // A group of its own, as a shell gives to what it starts, so that Ctrl-C can be sent to all of
  // it.
  private static List<String> likeATerminal() {
    return HAS_GROUPS ? List.of("setsid") : List.of();
  }

  /** Its address, without a trailing slash. */
  public URI address() {
    return address;
  }

  /** A client of its API that nobody signed in. */
  public ApiClient anonymous() {
    return new ApiClient(address(), null);
  }

  /** A client in the name of one of the demo's people. */
  public ApiClient signedIn(String email) {
    return anonymous().signIn(email, "verger-demo");
  }

  /** Takes another church in, and returns a client in the name of its administrator. */
  public ApiClient anotherChurch(String id) {
    ApiClient platform = signedIn("platform@verger.example");
    platform
        .post(
            "/api/v1/platform/tenants",
            Map.of(
                "id",
                id,
                "name",
                "Church " + id,
                "timeZone",
                "America/Chicago",
                "languages",
                List.of("en"),
                "region",
                "US",
                "currency",
                "USD"))
        .ok();
    String email = "admin@%s.example".formatted(id);
    platform
        .post(
            "/api/v1/platform/tenants/%s/administrators".formatted(id),
            Map.of(
                "givenName",
                "Ada",
                "familyName",
                "Admin",
                "email",
                email,
                "password",
                "verger-demo"))
        .ok();
    return signedIn(email);
  }

  /** Returns when it says that it is ready. */
  public RunningVerger awaitReady() {
    return awaitLine("Verger is ready at http://localhost:");
  }

  /** Moves the demo church's clock to noon: messages of the night would wait for the morning. */
  public RunningVerger atNoon() {
    ApiClient admin = signedIn("admin@olamchurch.example");
    ZonedDateTime now = now().atZone(ZoneId.of("America/Chicago"));
    ZonedDateTime noon = now.with(LocalTime.NOON);
    Duration by = Duration.between(now, noon.isAfter(now) ? noon : noon.plusDays(1));
    admin.post("/api/v1/demo/clock", Map.of("advance", by.toString())).ok();
    return this;
  }

  /** The demo's time. */
  public Instant now() {
    ApiClient admin = signedIn("admin@olamchurch.example");
    return Instant.parse(admin.get("/api/v1/demo/clock").ok().get("now").asString());
  }

  RunningVerger awaitLine(String text) {
    try {
      await()
          .atMost(PATIENCE)
          .failFast(
              () -> {
                if (!process.isAlive() && !log().contains(text)) {
                  throw new AssertionError("The application ended: " + log());
                }
              })
          .until(() -> log().contains(text));
    } catch (ConditionTimeoutException tooLong) {
      throw new AssertionError("The application did not say '" + text + "': " + log(), tooLong);
    }
    return this;
  }

  /** What it said, when it has ended with a failure. */
  String failure() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 1) {
      throw new AssertionError("The application did not fail: " + log());
    }
    return log();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, as a service manager does, and returns when it has. */
  void stop() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  /** Presses Ctrl-C, which reaches the application and all that it started at the same time. */
  void interrupt() throws IOException, InterruptedException {
    if (HAS_GROUPS) {
      new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).inheritIO().start().waitFor();
    } else {
      process.destroy();
    }
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The application did not stop: " + log());
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }

  /** Its database, as the login of its pool. */
  static JdbcClient database(Path folder) {
    return database(folder, "");
  }

  /** The schema of one church, in that church's role. */
  static JdbcClient church(Path folder, TenantId church) {
    return database(
        folder, "?options=-c%20role={}%20-c%20search_path={}".replace("{}", church.schema()));
  }

  private static JdbcClient database(Path folder, String options) {
    Path data = folder.resolve("data");
    try {
      String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/verger" + options;
      String password = Files.readString(data.resolve("secrets/database"));
      return JdbcClient.create(new DatabaseLogin(url, "verger", password).unpooled());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Optional<ProcessHandle> broker(Path folder) {
    return processNamedIn(folder.resolve("data/engine/broker.pid"));
  }

  static Optional<ProcessHandle> postgres(Path folder) {
    return processNamedIn(folder.resolve("data/postgresql/postmaster.pid"));
  }

  private static Optional<ProcessHandle> processNamedIn(Path file) {
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
              .filter(ProcessHandle::isAlive)
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(property("verger.test.root"), "api/target"))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("verger-api-[^-]+(-SNAPSHOT)?\\.jar"))
          .findAny()
          .orElseThrow();
    }
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }
}
