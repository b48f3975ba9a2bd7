package org.verger.engine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verger.deployment.CannotStartException;
import org.verger.machine.LeftOver;
import org.verger.machine.Program;

/** The broker as a program on this machine. */
final class BrokerProgram implements Program {

  private static final Logger log = LoggerFactory.getLogger(BrokerProgram.class);
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

  private final BrokerSettings settings;
  private final Duration readyWithin;
  private final @Nullable BrokerClock clock;

  BrokerProgram(BrokerSettings settings, Duration readyWithin, @Nullable BrokerClock clock) {
    this.settings = settings;
    this.readyWithin = readyWithin;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "The engine";
  }

  @Override
  public ProcessHandle start() throws InterruptedException {
    if (LeftOver.find(settings.pidFile(), settings.mark()).isPresent()) {
      log.warn("The engine of an earlier run is still there and is being stopped");
      stop();
    }
    try {
      Process broker = BrokerCommand.start(settings);
      Files.writeString(settings.pidFile(), String.valueOf(broker.pid()));
      awaitReady(broker);
      if (clock != null) {
        clock.brokerStarted();
      }
      return broker.toHandle();
    } catch (IOException failure) {
      stop();
      throw new CannotStartException(
          "The engine cannot be started (%s): look for the reason in %s and start again"
              .formatted(failure, settings.logFile()),
          failure);
    }
  }

  @Override
  public void stop() {
    LeftOver.find(settings.pidFile(), settings.mark()).ifPresent(BrokerProgram::stop);
  }

  private void awaitReady(Process broker) throws InterruptedException {
    BrokerPorts ports = settings.ports();
    // In 8.6 there is a leader seconds before the clock can be set.
    if (EngineProbe.awaitLeader(ports.address().grpc(), readyWithin, broker::isAlive)
        && EngineProbe.awaitPort(ports.managementAddress(), readyWithin, broker::isAlive)) {
      return;
    }
    String what =
        broker.isAlive()
            ? "is not ready after %d seconds".formatted(readyWithin.toSeconds())
            : "ended with code %d while it started".formatted(broker.exitValue());
    stop();
    throw new CannotStartException(
        "The engine %s: look for the reason in %s and in %s, and start again"
            .formatted(what, settings.logFile(), settings.consoleFile()));
  }

  // An orderly end writes a snapshot; without one the next start only takes longer.
  private static void stop(ProcessHandle broker) {
    broker.destroy();
    try {
      broker.onExit().get(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      log.warn("The engine takes too long to stop and is being ended");
      broker.destroyForcibly();
      broker.onExit().join();
    } catch (InterruptedException interruption) {
      broker.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
