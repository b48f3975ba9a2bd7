package org.verger.batch.runner;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.verger.batch.ChurchJob;
import org.verger.deployment.RunsInRole;

/**
 * Runs as Spring Batch knows them: job, church and key make the instance, and each time it is taken
 * up is an execution that leaves out the steps that ended well before.
 */
@Component
@RunsInRole(RunsInRole.BATCH)
class SpringBatch {

  private final JobOperator operator;
  private final JobRepository repository;

  SpringBatch(JobOperator operator, JobRepository repository) {
    this.operator = operator;
    this.repository = repository;
  }

  /** Begins the run, or goes on with it, and returns when it is over. */
  JobExecution execute(ChurchJob job, ActiveRun run) {
    JobParameters parameters =
        new JobParametersBuilder()
            .addString("church", run.tenant().value())
            .addString("key", run.key())
            .toJobParameters();
    recover(job.name(), parameters);
    try {
      return operator.start(build(job, run), parameters);
    } catch (JobInstanceAlreadyCompleteException done) {
      JobExecution last = repository.getLastJobExecution(job.name(), parameters);
      if (last == null) {
        throw new IllegalStateException("A run that is complete has no execution", done);
      }
      return last;
    } catch (JobExecutionAlreadyRunningException
        | JobRestartException
        | InvalidJobParametersException refused) {
      throw new IllegalStateException("Spring Batch does not take the run up", refused);
    }
  }

  // Whoever has claimed the run knows that no process works on it any more.
  private void recover(String job, JobParameters parameters) {
    JobInstance instance = repository.getJobInstance(job, parameters);
    if (instance == null) {
      return;
    }
    JobExecution last = repository.getLastJobExecution(instance);
    if (last == null) {
      // It died between two transactions of Spring Batch, which never starts such an instance.
      repository.deleteJobInstance(instance);
    } else if (last.isRunning()) {
      operator.recover(last);
    }
  }

  private Job build(ChurchJob job, ActiveRun run) {
    SimpleJobBuilder builder =
        new JobBuilder(job.name(), repository)
            .start(new ChurchStep(job.steps().getFirst(), run, repository));
    job.steps().stream()
        .skip(1)
        .forEach(step -> builder.next(new ChurchStep(step, run, repository)));
    return builder.build();
  }
}
