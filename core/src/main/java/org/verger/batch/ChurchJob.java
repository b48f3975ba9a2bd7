package org.verger.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A job that is run for one church at a time. A feature adds one as a bean, in its package {@code
 * batch}; the console, the schedules and the runner find it.
 *
 * @param name kebab-case, as in {@code import-read}
 * @param title as people read it
 * @param rhythm when it runs unless a church wants otherwise; null for a job without a schedule
 * @param byHand whether people may start it from the console
 * @param inputs what they fill in then; all of it is needed
 * @param check refuses what they filled in, each input well-formed by itself, if the job cannot do
 *     anything with it
 * @param steps in their order
 */
public record ChurchJob(
    String name,
    String title,
    Lane lane,
    @Nullable Rhythm rhythm,
    boolean byHand,
    List<JobInput> inputs,
    Consumer<Map<String, String>> check,
    List<Step> steps) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** What a step does, over and over until there is no more. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does a part of the work with the church bound and no transaction open: calls use cases, each
     * of which commits what it did. After a crash it is called again and must go on by what stands
     * in the church's tables.
     *
     * @return whether there is more to do
     * @throws RunHeldException when somebody has to put something right first
     */
    boolean work(RunContext run);
  }

  /** A step; one that has ended well is not done again by a restart. */
  public record Step(String name, Work work) {}

  public ChurchJob {
    if (!NAME.matcher(name).matches() || name.length() > 60) {
      throw new IllegalArgumentException("A job is called as in import-read, not: " + name);
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("Job " + name + " has no step");
    }
    Set<String> names = steps.stream().map(Step::name).collect(Collectors.toSet());
    if (names.size() < steps.size()) {
      throw new IllegalArgumentException("Two steps of job " + name + " have one name");
    }
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
  }

  /**
   * Begins to describe a job.
   *
   * @param name kebab-case
   * @param title as people read it
   */
  public static Builder named(String name, String title) {
    return new Builder(name, title);
  }

  /** Describes a job from top to bottom. */
  public static final class Builder {

    private final String name;
    private final String title;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Lane lane;
    private @Nullable Rhythm rhythm;
    private boolean byHand;
    private List<JobInput> inputs = List.of();
    private Consumer<Map<String, String>> check = parameters -> {};

    private Builder(String name, String title) {
      this.name = name;
      this.title = title;
    }

    /** Where its runs wait. */
    public Builder lane(Lane chosen) {
      lane = chosen;
      return this;
    }

    /** Runs at these times of the church's clock, unless the church changes that. */
    public Builder scheduled(Rhythm standard) {
      rhythm = standard;
      return this;
    }

    /** May be started from the console, by somebody who fills in all of this. */
    public Builder byHand(JobInput... filledIn) {
      byHand = true;
      inputs = List.of(filledIn);
      return this;
    }

    /**
     * Refuses some of what is filled in.
     *
     * @param refuses throws InvalidInputException, which names the inputs, before a run is asked
     *     for
     */
    public Builder checked(Consumer<Map<String, String>> refuses) {
      check = refuses;
      return this;
    }

    /** Adds the next step. */
    public Builder step(String called, Work work) {
      steps.add(new Step(called, work));
      return this;
    }

    /** The job. */
    public ChurchJob build() {
      return new ChurchJob(
          name, title, Objects.requireNonNull(lane, "lane"), rhythm, byHand, inputs, check, steps);
    }
  }
}
