package org.verger.batch.runner;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;
import org.verger.batch.ChurchJob;
import org.verger.batch.RunHeldException;
import org.verger.batch.RunStoppedException;
import org.verger.tenants.CurrentTenant;

/**
 * A step of a church's job. It is no tasklet, because a tasklet stands in a transaction, and one
 * that is open keeps a church from being bound.
 */
final class ChurchStep extends AbstractStep {

  private final ChurchJob.Step step;
  private final ActiveRun run;

  ChurchStep(ChurchJob.Step step, ActiveRun run, JobRepository repository) {
    super(repository);
    setName(step.name());
    this.step = step;
    this.run = run;
  }

  @Override
  protected void doExecute(StepExecution execution) throws JobInterruptedException {
    run.execution(execution.getJobExecutionId());
    run.enter(step.name());
    do {
      if (run.stopRequested()) {
        throw new JobInterruptedException("Asked to stop");
      }
    } while (workOnce());
  }

  // What Spring Batch stores and logs of a failure must say nothing about anybody.
  private boolean workOnce() throws JobInterruptedException {
    try {
      return CurrentTenant.<Boolean>call(run.tenant(), () -> step.work().work(run));
    } catch (RunStoppedException stopped) {
      throw new JobInterruptedException("Stopped in the middle");
    } catch (RunHeldException held) {
      throw new StepEndedException(held.reason(), true);
    } catch (RuntimeException failure) {
      throw new StepEndedException(Failures.describe(failure), false);
    }
  }
}
