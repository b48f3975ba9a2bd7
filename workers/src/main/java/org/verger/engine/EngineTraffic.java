package org.verger.engine;

import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/**
 * What goes to and fro between us and the engine: commands from the outbox, jobs to the workers.
 */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class EngineTraffic {

  private final Models models;
  private final JobRegistry registry;
  private final JobWorkers workers;
  private final OutboxRelay relay;
  private boolean open;
  private boolean closed = true;

  EngineTraffic(Models models, JobRegistry registry, JobWorkers workers, OutboxRelay relay) {
    this.models = models;
    this.registry = registry;
    this.workers = workers;
    this.relay = relay;
  }

  /**
   * Allows {@link #open}, if models and workers fit.
   *
   * @throws IllegalStateException naming the job types that do not fit
   */
  synchronized void prepare() {
    JobTypes.requireSame(JobTypes.in(models.diagrams()), registry.types());
    closed = false;
  }

  /** Does nothing when a stop came first. */
  synchronized void open() {
    if (!closed && !open) {
      workers.open();
      relay.start();
      open = true;
    }
  }

  /** The relay first, so that no process starts whose jobs would find the workers gone. */
  synchronized void close() {
    closed = true;
    if (open) {
      relay.stop();
      workers.close();
      open = false;
    }
  }
}
