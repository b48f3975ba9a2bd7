package org.verger.batch;

import org.jspecify.annotations.Nullable;
import org.verger.tenants.TenantId;

/**
 * Which runs; null leaves one open.
 *
 * @param job the job's name
 * @param church the church's short name, where several are looked at
 * @param late only those that were to be done by now and are not
 */
public record RunFilter(
    @Nullable String job, @Nullable RunState state, @Nullable String church, boolean late) {

  /** All runs. */
  public static final RunFilter ALL = new RunFilter(null, null, null);

  /** Runs whether they are late or not. */
  public RunFilter(@Nullable String job, @Nullable RunState state, @Nullable String church) {
    this(job, state, church, false);
  }

  /** The same, of one church. */
  RunFilter of(TenantId one) {
    return new RunFilter(job, state, one.value(), late);
  }
}
