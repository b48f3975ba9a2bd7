package org.verger.engine.embedded;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.verger.deployment.CannotStartException;
import org.verger.engine.EngineAddress;

/** An engine that somebody else runs. */
final class ExternalEngine {

  private ExternalEngine() {}

  /** The engine's addresses; that of REST is the same host's port 8080 when it is not given. */
  static EngineAddress address(@Nullable String grpc, @Nullable String rest) {
    URI grpcAddress = parse("verger.engine.address", grpc);
    return new EngineAddress(
        grpcAddress,
        rest == null || rest.isEmpty()
            ? URI.create("http://%s:8080".formatted(grpcAddress.getHost()))
            : parse("verger.engine.rest-address", rest));
  }

  /**
   * Waits for the engine.
   *
   * @throws CannotStartException when it does not answer in time, or has no healthy leader
   */
  static void await(URI grpc, Duration within) {
    try {
      if (!EngineProbe.awaitLeader(grpc, within, () -> true)) {
        throw new CannotStartException(
            "The engine %s cannot be reached or has no healthy leader after %d seconds: start it, or correct verger.engine.address"
                .formatted(grpc, within.toSeconds()));
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the engine");
    }
  }

  private static URI parse(String property, @Nullable String address) {
    if (address == null || !address.matches("https?://[^/:]+(:\\d{1,5})?/?")) {
      throw new CannotStartException(
          "%s is not an address that can be used: write it like http://engine.example:26500"
              .formatted(property));
    }
    return URI.create(address);
  }
}
