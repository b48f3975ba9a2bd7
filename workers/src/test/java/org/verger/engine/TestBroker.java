package org.verger.engine;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real broker in a process of its own; it keeps its ports and its data when started again. */
final class TestBroker implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LOOPBACK = "127.0.0.1";

  private final Path data;
  private final int grpc;
  private final int rest;
  private final int management;
  private final int command;
  private final int internal;
  private @Nullable Process process;

  TestBroker() {
    List<Integer> ports = freePorts(5);
    grpc = ports.get(0);
    rest = ports.get(1);
    management = ports.get(2);
    command = ports.get(3);
    internal = ports.get(4);
    try {
      data = Files.createTempDirectory("verger-broker");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One broker for all tests of a JVM that do not stop it. */
  static TestBroker shared() {
    return Shared.RUNNING;
  }

  EngineAddress address() {
    return new EngineAddress(
        URI.create("http://" + LOOPBACK + ":" + grpc),
        URI.create("http://" + LOOPBACK + ":" + rest));
  }

  /** Starts the process without waiting for it. */
  TestBroker start() {
    Path home = Path.of(System.getProperty("verger.test.zeebe-distribution"));
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
    return this;
  }

  TestBroker awaitReady() {
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
    return this;
  }

  CamundaClient client() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(address().grpc())
        .restAddress(address().rest())
        .preferRestOverGrpc(false)
        .build();
  }

  /** What the broker has written about records of one kind, in order and each one once. */
  List<JsonNode> records(String valueType, String intent) {
    try (Stream<String> lines = Files.lines(log())) {
      return lines
          .filter(line -> line.contains("\"" + valueType + "\"") && line.contains("{"))
          .map(line -> JSON.readTree(line.substring(line.indexOf('{'))))
          .filter(
              node ->
                  valueType.equals(node.path("valueType").asString())
                      && intent.equals(node.path("intent").asString()))
          .collect(
              Collectors.toMap(
                  node -> node.path("position").asLong(),
                  node -> node,
                  (first, again) -> first,
                  TreeMap::new))
          .values()
          .stream()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path log() {
    return data.resolve("broker.log");
  }

  /** Ends the process as {@code kill -9} does, if it runs. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  void advanceClock(Duration by) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://%s:%d/actuator/clock/add".formatted(LOOPBACK, management)))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"offsetMilli\": %d}".formatted(by.toMillis())))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The broker's clock answers " + answer.statusCode());
    }
  }

  @Override
  public void close() {
    kill();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("JAVA_HOME", System.getProperty("java.home")),
        Map.entry(
            "JAVA_OPTS",
            "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
                + (Runtime.version().feature() >= 24
                    ? " --sun-misc-unsafe-memory-access=allow"
                    : "")),
        Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", data.toString()),
        Map.entry("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK),
        Map.entry("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", LOOPBACK),
        Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", "" + command),
        Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", "" + internal),
        Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", LOOPBACK),
        Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", "" + grpc),
        Map.entry("SERVER_ADDRESS", LOOPBACK),
        Map.entry("SERVER_PORT", "" + rest),
        Map.entry("MANAGEMENT_SERVER_ADDRESS", LOOPBACK),
        Map.entry("MANAGEMENT_SERVER_PORT", "" + management),
        Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
        Map.entry("ZEEBE_BROKER_DATA_DISK_ENABLEMONITORING", "false"),
        Map.entry("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB"),
        Map.entry("ZEEBE_BROKER_EXPERIMENTAL_RAFT_PREALLOCATESEGMENTFILES", "false"),
        Map.entry("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1"),
        Map.entry("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1"),
        Map.entry("ZEEBE_ACTOR_IDLE_MAXPARKPERIOD", "1ms"),
        Map.entry("ZEEBE_CLOCK_CONTROLLED", "true"),
        Map.entry(
            "ZEEBE_BROKER_EXPORTERS_LOG_CLASSNAME",
            "io.camunda.zeebe.broker.exporter.debug.DebugLogExporter"),
        Map.entry("ZEEBE_BROKER_EXPORTERS_LOG_ARGS_LOGLEVEL", "info"));
  }

  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Shared {

    private static final TestBroker RUNNING = start();

    private static TestBroker start() {
      TestBroker broker = new TestBroker().start().awaitReady();
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
      return broker;
    }
  }
}
