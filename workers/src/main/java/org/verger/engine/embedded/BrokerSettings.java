package org.verger.engine.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one broker is started with.
 *
 * @param distribution the folder of its programs
 * @param home the folder that it keeps its data and its log in
 * @param heap as the JVM writes it, such as {@code 256m}
 * @param clockControlled whether its clock can be moved
 * @param exporter the plug-in that it loads, if any
 */
record BrokerSettings(
    Path distribution,
    Path home,
    BrokerPorts ports,
    String heap,
    boolean clockControlled,
    @Nullable Exporter exporter) {

  /**
   * The plug-in that writes what the engine did to the database.
   *
   * @param variables the process variables that people may see
   */
  record Exporter(Path jar, String url, String user, String password, List<String> variables) {

    private static final String PREFIX = "ZEEBE_BROKER_EXPORTERS_VERGER_";

    void addTo(Map<String, String> environment) {
      environment.put(PREFIX + "JARPATH", jar.toString());
      environment.put(PREFIX + "CLASSNAME", "org.verger.exporter.PostgresExporter");
      environment.put(PREFIX + "ARGS_URL", url);
      environment.put(PREFIX + "ARGS_USER", user);
      environment.put(PREFIX + "ARGS_PASSWORD", password);
      environment.put(PREFIX + "ARGS_VARIABLES", String.join(",", variables));
    }
  }

  Path pidFile() {
    return home.resolve("broker.pid");
  }

  /** What the broker itself writes. */
  Path logFile() {
    return home.resolve("logs/zeebe.log");
  }

  /** What its Java machine says when it cannot even begin. */
  Path consoleFile() {
    return home.resolve("logs/console.log");
  }

  /** Text that only this broker's command line contains. */
  String mark() {
    return "-Dapp.home=" + home;
  }

  /** Small and quick for one machine; the values that were measured. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("ZEEBE_BROKER_DATA_DIRECTORY", home.resolve("data").toString());
    environment.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
    environment.put("ZEEBE_BROKER_DATA_DISK_ENABLEMONITORING", "false");
    environment.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB");
    environment.put("ZEEBE_BROKER_EXPERIMENTAL_RAFT_PREALLOCATESEGMENTFILES", "false");
    environment.put("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1");
    environment.put("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1");
    environment.put("ZEEBE_ACTOR_IDLE_MAXPARKPERIOD", "1ms");
    environment.put("ZEEBE_CLOCK_CONTROLLED", String.valueOf(clockControlled));
    // Its own log file rolls over; the console would be a second copy that does not.
    environment.put("ZEEBE_LOG_APPENDER", "RollingFile");
    addNetwork(environment);
    if (exporter != null) {
      exporter.addTo(environment);
    }
    return environment;
  }

  private void addNetwork(Map<String, String> environment) {
    String loopback = "127.0.0.1";
    environment.put("ZEEBE_BROKER_NETWORK_HOST", loopback);
    environment.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", loopback);
    environment.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(ports.command()));
    environment.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(ports.internal()));
    environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", loopback);
    environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(ports.grpc()));
    environment.put("SERVER_ADDRESS", loopback);
    environment.put("SERVER_PORT", String.valueOf(ports.rest()));
    environment.put("MANAGEMENT_SERVER_ADDRESS", loopback);
    environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.management()));
  }
}
