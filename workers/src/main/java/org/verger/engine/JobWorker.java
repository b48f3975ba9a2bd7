package org.verger.engine;

/**
 * Works on the jobs of one type. A worker is a bean; the models name its type, and each type has
 * exactly one worker.
 *
 * <p>Each component of {@code I} is looked up by its name among the process variables first and
 * among the task's headers second, and only variables named so leave the engine. A component that
 * is neither {@code @Nullable} nor {@code Optional} must be there, else the job becomes an
 * incident. The components of {@code O} become process variables; {@link Nothing} adds none.
 *
 * <p>The church of variable {@code tenantId} is bound while {@link #work} runs. A job can run
 * twice, so what it does outside has to be done once by construction.
 *
 * @param <I> what the job is about: ids and routing facts
 * @param <O> what the process goes on with
 */
public interface JobWorker<I extends Record, O extends Record> {

  /** The type as in the model: kebab-case, feature first, imperative. */
  String jobType();

  /**
   * Does the work. An expected result is returned, whatever it is.
   *
   * @throws BusinessError when the result cannot be reached and the model draws the reaction
   * @throws PostponedException when it is too early; the job comes again, and no retry is used up
   * @throws NeedsPersonException when trying again would not help; it becomes an incident at once
   * @throws RuntimeException for passing trouble; the job comes again after a growing while, and
   *     becomes an incident when its retries are used up
   */
  O work(I input);
}
