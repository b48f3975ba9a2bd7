package org.verger.batch.web;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.verger.batch.BatchJobs;
import org.verger.batch.BatchRun;
import org.verger.batch.ChurchJob;
import org.verger.deployment.RunsInRole;

/** Makes runs ready to be shown. */
@Component
@RunsInRole(RunsInRole.API)
class BatchCards {

  private final BatchJobs jobs;
  private final Clock clock;

  BatchCards(BatchJobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  RunCard of(BatchRun run) {
    String title = jobs.find(run.job()).map(ChurchJob::title).orElse(run.job());
    return RunCard.of(run, title, clock.instant());
  }

  List<RunCard> of(Collection<BatchRun> runs) {
    return runs.stream().map(this::of).toList();
  }

  List<ChurchJob> jobs() {
    return jobs.all();
  }
}
