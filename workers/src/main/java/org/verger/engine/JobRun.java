package org.verger.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs one worker on its jobs: input, church and log context, work, answer, metrics. */
final class JobRun<I extends Record, O extends Record> implements JobHandler {

  private static final Logger log = LoggerFactory.getLogger(JobRun.class);

  private final JobWorker<I, O> worker;
  private final JobInput<I> input;
  private final JsonMapper json;
  private final JobAnswers answers;
  private final JobMetrics metrics;
  private final ServedChurches churches;

  JobRun(
      JobWorker<I, O> worker,
      JobInput<I> input,
      JsonMapper json,
      JobAnswers answers,
      JobMetrics metrics,
      ServedChurches churches) {
    this.worker = worker;
    this.input = input;
    this.json = json;
    this.answers = answers;
    this.metrics = metrics;
    this.churches = churches;
  }

  List<String> fetched() {
    return input.fetched();
  }

  @Override
  public void handle(JobClient unused, ActivatedJob job) {
    long start = System.nanoTime();
    ObjectNode variables = input.variables(job);
    try (MDC.MDCCloseable type = MDC.putCloseable("jobType", job.getType());
        MDC.MDCCloseable process = MDC.putCloseable("process", job.getBpmnProcessId());
        MDC.MDCCloseable tenant = logged(variables, "tenant", JobInput.TENANT);
        MDC.MDCCloseable subject = logged(variables, "subject", JobInput.SUBJECT)) {
      JobOutcome outcome = outcome(job, variables);
      metrics.worked(job.getType(), outcome, System.nanoTime() - start);
      answers.give(job, outcome);
    }
  }

  private static MDC.MDCCloseable logged(ObjectNode variables, String key, String variable) {
    return MDC.putCloseable(key, variables.path(variable).asString(""));
  }

  /** Every way the work can end; only here may any runtime exception be caught. */
  private JobOutcome outcome(ActivatedJob job, ObjectNode variables) {
    try {
      TenantId church = churches.require(tenant(variables));
      O output = CurrentTenant.call(church, () -> worker.work(read(job, variables)));
      return new JobOutcome.Completed(json.writeValueAsString(output));
    } catch (BusinessError error) {
      return new JobOutcome.Refused(error.code());
    } catch (PostponedException early) {
      return new JobOutcome.Postponed(early.until());
    } catch (UnreadableJobException unreadable) {
      log.error("Job {} cannot be worked on: {}", job.getKey(), unreadable.getMessage());
      return new JobOutcome.Hopeless(String.valueOf(unreadable.getMessage()));
    } catch (NeedsPersonException stuck) {
      log.warn("Job {} waits for a person: {}", job.getKey(), stuck.getMessage());
      return new JobOutcome.Hopeless(String.valueOf(stuck.getMessage()));
    } catch (RuntimeException | LinkageError | StackOverflowError trouble) {
      String error = SafeError.describe(trouble);
      log.warn("Job {} failed with {} retries left: {}", job.getKey(), job.getRetries() - 1, error);
      return new JobOutcome.Failed(error);
    }
  }

  private I read(ActivatedJob job, ObjectNode variables) {
    return input.read(job, variables);
  }

  private static TenantId tenant(ObjectNode variables) {
    String name = variables.path(JobInput.TENANT).asString("");
    try {
      return new TenantId(name);
    } catch (IllegalArgumentException noChurch) {
      throw new UnreadableJobException("Variable tenantId does not name a church");
    }
  }
}
