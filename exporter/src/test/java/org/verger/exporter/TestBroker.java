package org.verger.exporter;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.verger.database.DatabaseRoles;
import org.verger.testing.TestDatabase;

/** A real broker with our plug-in; started again it has the same ports and the same data. */
final class TestBroker implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path data;
  private final List<Integer> ports = freePorts(5);
  private final String databaseUrl;
  private @Nullable Process process;

  TestBroker(String databaseUrl) {
    this.databaseUrl = databaseUrl;
    try {
      data = Files.createTempDirectory("verger-broker");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  TestBroker start() {
    Path home =
        Path.of(Objects.requireNonNull(System.getProperty("verger.test.zeebe-distribution")));
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/broker").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().putAll(environment());
    try {
      process = builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    awaitLeader();
    return this;
  }

  private void awaitLeader() {
    try (CamundaClient client = client()) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .until(
              () ->
                  client.newTopologyRequest().send().join().getBrokers().stream()
                      .flatMap(broker -> broker.getPartitions().stream())
                      .anyMatch(partition -> partition.isLeader()));
    }
  }

  CamundaClient client() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://" + LOOPBACK + ":" + ports.get(0)))
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(Duration.ofSeconds(30))
        .build();
  }

  /** User tasks are REST only, and the client speaks another version than the older broker. */
  void postUserTask(long key, String action, String body) throws IOException, InterruptedException {
    URI address =
        URI.create(
            "http://%s:%d/v1/user-tasks/%d/%s".formatted(LOOPBACK, ports.get(1), key, action));
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  Path log() {
    return data.resolve("broker.log");
  }

  boolean isAlive() {
    return Objects.requireNonNull(process).isAlive();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    running.destroyForcibly();
    if (!running.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The broker does not end");
    }
  }

  @Override
  public void close() throws InterruptedException, IOException {
    kill();
    FileSystemUtils.deleteRecursively(data);
  }

  private Map<String, String> environment() {
    Map<String, String> settings = new HashMap<>();
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    settings.put(
        "JAVA_OPTS",
        "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
            + (Runtime.version().feature() < 24 ? "" : " --sun-misc-unsafe-memory-access=allow"));
    settings.put("ZEEBE_BROKER_DATA_DIRECTORY", data.toString());
    settings.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
    settings.put("ZEEBE_BROKER_DATA_DISK_ENABLEMONITORING", "false");
    settings.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB");
    settings.put("ZEEBE_BROKER_EXPERIMENTAL_RAFT_PREALLOCATESEGMENTFILES", "false");
    settings.put("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1");
    settings.put("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1");
    settings.put("ZEEBE_ACTOR_IDLE_MAXPARKPERIOD", "1ms");
    settings.putAll(network());
    settings.putAll(exporter());
    return settings;
  }

  private Map<String, String> network() {
    return Map.ofEntries(
        Map.entry("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK),
        Map.entry("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", LOOPBACK),
        Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", LOOPBACK),
        Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", ports.get(0).toString()),
        Map.entry("SERVER_ADDRESS", LOOPBACK),
        Map.entry("SERVER_PORT", ports.get(1).toString()),
        Map.entry("MANAGEMENT_SERVER_ADDRESS", LOOPBACK),
        Map.entry("MANAGEMENT_SERVER_PORT", ports.get(2).toString()),
        Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", ports.get(3).toString()),
        Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", ports.get(4).toString()));
  }

  private Map<String, String> exporter() {
    String prefix = "ZEEBE_BROKER_EXPORTERS_VERGER_";
    return Map.of(
        prefix + "JARPATH",
        Objects.requireNonNull(System.getProperty("verger.test.exporter-plugin")),
        prefix + "CLASSNAME",
        PostgresExporter.class.getName(),
        prefix + "ARGS_URL",
        databaseUrl,
        prefix + "ARGS_USER",
        DatabaseRoles.EXPORTER,
        prefix + "ARGS_PASSWORD",
        TestDatabase.PASSWORD,
        prefix + "ARGS_VARIABLES",
        "tenantId,subjectId,callOutcome,exit");
  }

  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0));
      }
      List<Integer> free = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return free;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
