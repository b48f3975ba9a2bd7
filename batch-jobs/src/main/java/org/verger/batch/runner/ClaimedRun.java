package org.verger.batch.runner;

import java.util.Map;
import java.util.UUID;
import org.verger.tenants.TenantId;

/**
 * A run that this process has taken up.
 *
 * @param attempt tells it from an earlier or later claim of the same run
 * @param soFar what earlier attempts counted
 */
record ClaimedRun(
    UUID id,
    TenantId tenant,
    String job,
    String key,
    Map<String, String> parameters,
    int attempt,
    Counts soFar) {

  /** How many items. */
  record Counts(long total, long read, long written, long skipped, long rejected) {}
}
