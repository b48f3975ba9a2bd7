package org.verger.batch;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks for runs of batch jobs. A run is there once for its job, its church and its key. */
public interface BatchRuns {

  /**
   * Asks for a run in the caller's transaction, for the bound church. Once that is committed, a
   * process in the role {@code batch} takes the run up. Asking again for the same job and key
   * changes nothing.
   *
   * @param job name of the job, such as {@code import-read}
   * @param key what makes the run one of its kind: the night, or the id of an import
   * @param parameters what the job needs to know; no personal data
   * @return the run, new or there before
   */
  UUID request(String job, String key, Map<String, String> parameters);

  /** How far a run of the bound church has come, if it was asked for. */
  Optional<RunState> state(String job, String key);
}
