package org.verger.engine.embedded;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.Topology;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Finds out whether an engine works. One that says that it is ready may still be without a leader
 * for seconds, and would refuse everything; so a healthy leader is waited for.
 */
final class EngineProbe {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE_PER_CALL = Duration.ofSeconds(5);

  private final URI address;
  private final long deadline;
  private final BooleanSupplier worthWaiting;

  private EngineProbe(URI address, Duration within, BooleanSupplier worthWaiting) {
    this.address = address;
    this.deadline = System.nanoTime() + within.toNanos();
    this.worthWaiting = worthWaiting;
  }

  /**
   * Waits for a healthy leader and returns whether there is one.
   *
   * @param worthWaiting says no as soon as there is no hope any more
   */
  static boolean awaitLeader(URI grpc, Duration within, BooleanSupplier worthWaiting)
      throws InterruptedException {
    EngineProbe probe = new EngineProbe(grpc, within, worthWaiting);
    return probe.awaitPort() && probe.awaitHealthyLeader();
  }

  /** Waits until somebody listens at the address and returns whether there is somebody. */
  static boolean awaitPort(URI address, Duration within, BooleanSupplier worthWaiting)
      throws InterruptedException {
    return new EngineProbe(address, within, worthWaiting).awaitPort();
  }

  // The client's own pauses between attempts to connect grow to many seconds.
  private boolean awaitPort() throws InterruptedException {
    while (inTime()) {
      if (answers()) {
        return true;
      }
      Thread.sleep(PAUSE);
    }
    return false;
  }

  private boolean awaitHealthyLeader() throws InterruptedException {
    try (CamundaClient client =
        CamundaClient.newClientBuilder().grpcAddress(address).preferRestOverGrpc(false).build()) {
      while (inTime()) {
        if (hasHealthyLeader(client)) {
          return true;
        }
        Thread.sleep(PAUSE);
      }
      return false;
    }
  }

  private boolean inTime() {
    return worthWaiting.getAsBoolean() && System.nanoTime() < deadline;
  }

  private boolean answers() {
    int port = address.getPort() < 0 ? 26500 : address.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), port), (int) PATIENCE_PER_CALL.toMillis());
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static boolean hasHealthyLeader(CamundaClient client) throws InterruptedException {
    try {
      Topology topology =
          client.newTopologyRequest().requestTimeout(PATIENCE_PER_CALL).send().get();
      return topology.getBrokers().stream()
          .flatMap(broker -> broker.getPartitions().stream())
          .anyMatch(
              partition ->
                  partition.isLeader() && partition.getHealth() == PartitionBrokerHealth.HEALTHY);
    } catch (ExecutionException notYet) {
      return false;
    }
  }
}
