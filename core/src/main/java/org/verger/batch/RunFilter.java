package org.verger.batch;

import org.jspecify.annotations.Nullable;

/**
 * Which runs; null leaves one open.
 *
 * @param job the job's name
 * @param church the church's short name, where several are looked at
 */
public record RunFilter(@Nullable String job, @Nullable RunState state, @Nullable String church) {

  /** All runs. */
  public static final RunFilter ALL = new RunFilter(null, null, null);
}
