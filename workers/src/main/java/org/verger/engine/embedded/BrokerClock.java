package org.verger.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verger.time.EngineClock;

/**
 * The broker's clock. The broker forgets its offset when it ends, so what it should be is kept here
 * and given to it each time it starts.
 */
final class BrokerClock implements EngineClock {

  private static final Logger log = LoggerFactory.getLogger(BrokerClock.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI add;
  private Duration wanted;
  private Duration applied = Duration.ZERO;

  /**
   * A clock that runs ahead from the beginning.
   *
   * @param management the broker's management address
   */
  BrokerClock(URI management, Duration ahead) {
    this.add = management.resolve("/actuator/clock/add");
    this.wanted = ahead;
  }

  @Override
  public synchronized void advance(Duration by) {
    wanted = wanted.plus(by);
    try {
      apply();
    } catch (ConnectException away) {
      log.warn("The engine is not running; its clock is set as soon as it does");
    } catch (IOException failure) {
      throw new UncheckedIOException("The engine's clock could not be moved", failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  /** To be called when the broker was started and its clock is the machine's. */
  synchronized void brokerStarted() throws IOException, InterruptedException {
    applied = Duration.ZERO;
    apply();
  }

  private void apply() throws IOException, InterruptedException {
    Duration missing = wanted.minus(applied);
    if (missing.isZero()) {
      return;
    }
    HttpRequest request =
        HttpRequest.newBuilder(add)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"offsetMilli\": %d}".formatted(missing.toMillis())))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException("The engine answers %d to %s".formatted(response.statusCode(), add));
      }
    }
    applied = wanted;
  }
}
