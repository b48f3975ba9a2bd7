package org.verger.engine;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** Opens every worker's stream of jobs, and lets running jobs end when the streams are closed. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class JobWorkers {

  private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);

  private final JobRegistry registry;
  private final JobRuns runs;
  private final CamundaClient client;
  private final JobThreads threads;
  private final EngineSettings.Jobs settings;
  private final List<io.camunda.client.api.worker.JobWorker> open = new ArrayList<>();

  JobWorkers(
      JobRegistry registry,
      JobRuns runs,
      CamundaClient client,
      JobThreads threads,
      EngineSettings settings) {
    this.registry = registry;
    this.runs = runs;
    this.client = client;
    this.threads = threads;
    this.settings = settings.jobs();
  }

  synchronized void open() {
    registry.byType().forEach((type, worker) -> open.add(open(type, runs.of(worker))));
  }

  private io.camunda.client.api.worker.JobWorker open(String type, JobRun<?, ?> run) {
    return client
        .newWorker()
        .jobType(type)
        .handler(run)
        .name("verger")
        .fetchVariables(run.fetched())
        .timeout(settings.timeout())
        .maxJobsActive(settings.active())
        .streamEnabled(true)
        .open();
  }

  /** Fetches no more jobs, and waits for those that were fetched, up to the limit. */
  synchronized void close() {
    open.forEach(io.camunda.client.api.worker.JobWorker::close);
    open.clear();
    Duration limit = settings.stopLimit();
    try {
      if (!threads.settle(limit)) {
        log.warn("Jobs were still running after {}; the engine will give them out again", limit);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
