package org.verger.engine.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.verger.machine.Supervisor;

/** Holds the application's start up until the engine works. */
final class EngineAtStart implements SmartLifecycle, AutoCloseable {

  private final Runnable waiting;
  private final @Nullable Supervisor supervisor;
  private volatile boolean running;

  private EngineAtStart(Runnable waiting, @Nullable Supervisor supervisor) {
    this.waiting = waiting;
    this.supervisor = supervisor;
  }

  /** Our own engine; it is stopped when this is closed. */
  static EngineAtStart embedded(Supervisor supervisor) {
    return new EngineAtStart(supervisor::awaitStart, supervisor);
  }

  /** Somebody else's engine. */
  static EngineAtStart external(Runnable waiting) {
    return new EngineAtStart(waiting, null);
  }

  @Override
  public void start() {
    waiting.run();
    running = true;
  }

  /** Not the engine's end: that comes when nobody uses its address any more. */
  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before everything that talks to the engine, after the migrations. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1;
  }

  @Override
  public void close() {
    if (supervisor != null) {
      supervisor.close();
    }
  }
}
