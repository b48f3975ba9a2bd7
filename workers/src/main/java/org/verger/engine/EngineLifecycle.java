package org.verger.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/**
 * Starts the work with the engine: models first, then the relay and the workers. An engine that is
 * away does not keep the rest of the product from starting; what is asked of it waits in the
 * outbox.
 */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class EngineLifecycle implements SmartLifecycle {

  /** After the embedded broker, before the web server. */
  static final int PHASE = 1000;

  private static final Logger log = LoggerFactory.getLogger(EngineLifecycle.class);
  private static final long PAUSE_MILLIS = 500;

  private final EngineSettings settings;
  private final EngineAddress address;
  private final ModelDeployer deployer;
  private final EngineTraffic traffic;
  private volatile CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running;

  EngineLifecycle(
      EngineSettings settings,
      EngineAddress address,
      ModelDeployer deployer,
      EngineTraffic traffic) {
    this.settings = settings;
    this.address = address;
    this.deployer = deployer;
    this.traffic = traffic;
  }

  @Override
  public void start() {
    traffic.prepare();
    stopped = new CountDownLatch(1);
    running = true;
    if (!connect(settings.patience().toNanos())) {
      log.warn(
          "The engine at {} cannot be worked with yet. Start it, or correct verger.engine.address;"
              + " until then everything that is asked of it waits in the outbox.",
          address.grpc());
      Thread.ofPlatform().daemon().name("engine-connect").start(this::connectSometime);
    }
  }

  private void connectSometime() {
    try {
      connect(Long.MAX_VALUE);
    } catch (ModelRejectedException rejected) {
      log.error(rejected.getMessage());
    }
  }

  private boolean connect(long patience) {
    long start = System.nanoTime();
    do {
      try {
        deployer.deploy();
        traffic.open();
        return true;
      } catch (EngineAwayException away) {
        log.debug("The engine at {} is away: {}", address.grpc(), away.getMessage());
      }
    } while (System.nanoTime() - start < patience && !stopsWithinPause());
    return false;
  }

  private boolean stopsWithinPause() {
    try {
      return stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void stop() {
    running = false;
    stopped.countDown();
    traffic.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
