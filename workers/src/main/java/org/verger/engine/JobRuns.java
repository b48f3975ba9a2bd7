package org.verger.engine;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import tools.jackson.databind.json.JsonMapper;

/** Puts the harness around a worker. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class JobRuns {

  private final JsonMapper json;
  private final JobAnswers answers;
  private final JobMetrics metrics;
  private final ServedChurches churches;

  JobRuns(JsonMapper json, JobAnswers answers, JobMetrics metrics, ServedChurches churches) {
    this.json = json;
    this.answers = answers;
    this.metrics = metrics;
    this.churches = churches;
  }

  /**
   * The harness for one worker.
   *
   * @throws IllegalStateException when the worker's class does not tell what its input is
   */
  <I extends Record, O extends Record> JobRun<I, O> of(JobWorker<I, O> worker) {
    return new JobRun<>(
        worker, new JobInput<>(inputOf(worker), json), json, answers, metrics, churches);
  }

  @SuppressWarnings("unchecked") // the first type argument of JobWorker<I, O> is I
  private static <I extends Record> Class<I> inputOf(JobWorker<I, ?> worker) {
    Class<?> type = AopUtils.getTargetClass(worker);
    Class<?> input = ResolvableType.forClass(type).as(JobWorker.class).getGeneric(0).resolve();
    if (input == null || !input.isRecord()) {
      throw new IllegalStateException(
          type.getName() + " has to be a class that implements JobWorker with a record as input");
    }
    return (Class<I>) input;
  }
}
