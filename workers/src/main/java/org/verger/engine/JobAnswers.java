package org.verger.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** Tells the engine how a job ended, again and again while the engine is busy or away. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class JobAnswers {

  private static final Logger log = LoggerFactory.getLogger(JobAnswers.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final CamundaClient client;
  private final Clock clock;
  private final EngineSettings settings;

  JobAnswers(CamundaClient client, Clock clock, EngineSettings settings) {
    this.client = client;
    this.clock = clock;
    this.settings = settings;
  }

  /** Returns when the engine took the answer, or when it is too late: the job then comes again. */
  void give(ActivatedJob job, JobOutcome outcome) {
    long giveUp = System.nanoTime() + settings.jobs().timeout().toNanos();
    Duration wait = FIRST_WAIT;
    while (!Thread.currentThread().isInterrupted() && !taken(job, outcome)) {
      if (System.nanoTime() - giveUp > 0) {
        log.warn(
            "The engine did not take the answer to job {}; the job will come again", job.getKey());
        return;
      }
      LockSupport.parkNanos(wait.toNanos());
      wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  private boolean taken(ActivatedJob job, JobOutcome outcome) {
    try {
      command(job, outcome).send().join();
      return true;
    } catch (ClientStatusException refused) {
      return !EngineStatus.isPassing(refused.getStatusCode())
          && settled(job, outcome, refused.getStatusCode());
    }
  }

  /** A job that is gone was answered by another run, or its process has moved on. */
  private boolean settled(ActivatedJob job, JobOutcome outcome, Status.Code refusal) {
    if (refusal == Status.Code.NOT_FOUND) {
      log.debug("Job {} is gone already", job.getKey());
    } else if (outcome instanceof JobOutcome.Hopeless) {
      log.error("The engine refuses the answer to job {}: {}", job.getKey(), refusal);
    } else {
      give(job, new JobOutcome.Hopeless("The engine refuses the worker's answer: " + refusal));
    }
    return true;
  }

  private FinalCommandStep<?> command(ActivatedJob job, JobOutcome outcome) {
    return switch (outcome) {
      case JobOutcome.Completed done ->
          client.newCompleteCommand(job.getKey()).variables(done.variables());
      case JobOutcome.Refused refused ->
          client.newThrowErrorCommand(job.getKey()).errorCode(refused.code());
      case JobOutcome.Postponed early ->
          fail(job, job.getRetries(), until(early), "Postponed until " + early.until());
      case JobOutcome.Failed failed ->
          fail(job, job.getRetries() - 1, JobBackOff.after(job.getRetries()), failed.error());
      case JobOutcome.Hopeless hopeless -> fail(job, 0, Duration.ZERO, hopeless.error());
    };
  }

  private Duration until(JobOutcome.Postponed early) {
    Duration wait = Duration.between(Instant.now(clock), early.until());
    return wait.compareTo(JobBackOff.SHORTEST) > 0 ? wait : JobBackOff.SHORTEST;
  }

  private FinalCommandStep<?> fail(ActivatedJob job, int retries, Duration wait, String error) {
    return client
        .newFailCommand(job.getKey())
        .retries(Math.max(retries, 0))
        .retryBackoff(wait)
        .errorMessage(error);
  }
}
