package org.verger.batch.runner;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.stereotype.Component;
import org.verger.batch.BatchJobs;
import org.verger.batch.ChurchJob;
import org.verger.batch.RunState;
import org.verger.deployment.RunsInRole;

/** Carries out a run that was taken up, in the caller's thread, and writes down how it ended. */
@Component
@RunsInRole(RunsInRole.BATCH)
class RunExecutor {

  private static final Logger log = LoggerFactory.getLogger(RunExecutor.class);

  private final BatchJobs jobs;
  private final SpringBatch batch;
  private final RunBook book;
  private final RunClaims claims;
  private final RunMetrics metrics;
  private final Clock clock;

  RunExecutor(
      BatchJobs jobs,
      SpringBatch batch,
      RunBook book,
      RunClaims claims,
      RunMetrics metrics,
      Clock clock) {
    this.jobs = jobs;
    this.batch = batch;
    this.book = book;
    this.claims = claims;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** How a run ended. */
  private record Ending(RunState state, @Nullable String message) {}

  void execute(ClaimedRun claimed) {
    ActiveRun run = new ActiveRun(claimed, clock);
    book.open(run);
    Ending ending = attempt(run);
    String message = ending.message();
    if (message != null) {
      run.logError(message);
    }
    book.close(run);
    settle(run, ending);
  }

  private Ending attempt(ActiveRun run) {
    try {
      return jobs.find(run.claimed().job())
          .map(job -> carryOut(job, run))
          .orElseGet(
              () -> new Ending(RunState.FAILED, "There is no job called " + run.claimed().job()));
    } catch (RuntimeException failure) {
      log.error(
          "A run of {} could not be carried out: {}",
          run.claimed().job(),
          Failures.describe(failure));
      return new Ending(RunState.FAILED, Failures.describe(failure));
    }
  }

  private Ending carryOut(ChurchJob job, ActiveRun run) {
    JobExecution execution = batch.execute(job, run);
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return new Ending(RunState.COMPLETED, null);
    }
    if (execution.getStatus() == BatchStatus.STOPPED) {
      return new Ending(RunState.STOPPED, null);
    }
    List<Throwable> failures = execution.getAllFailureExceptions();
    return failures.stream()
        .filter(StepEndedException.class::isInstance)
        .map(StepEndedException.class::cast)
        .findFirst()
        .map(
            ended -> new Ending(ended.held() ? RunState.HELD : RunState.FAILED, ended.getMessage()))
        .orElseGet(
            () ->
                new Ending(
                    RunState.FAILED,
                    failures.isEmpty()
                        ? "It ended as " + execution.getStatus()
                        : Failures.describe(failures.getFirst())));
  }

  private void settle(ActiveRun run, Ending ending) {
    if (ending.state() == RunState.STOPPED && run.stop() != ActiveRun.Stop.ASKED) {
      claims.giveBack(run.claimed());
    } else if (claims.end(run.claimed(), ending.state(), ending.message())) {
      metrics.ended(run.claimed().job(), ending.state());
    }
  }
}
