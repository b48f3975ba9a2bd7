package org.verger.batch;

import java.util.Locale;

/** What people can ask of a run. */
enum RunVerb {
  /** To end as soon as it can; one that waits is stopped at once. */
  STOP(
      """
      UPDATE shared.batch_run
      SET state = CASE state WHEN 'queued' THEN 'stopped' ELSE 'stopping' END,
        ended_at = CASE state WHEN 'queued' THEN :now::timestamptz END
      WHERE id = :id AND tenant_id = :church AND state IN ('queued', 'running')
      """),
  /** To go on from the step that it was in. */
  RESTART(
      """
      UPDATE shared.batch_run
      SET state = 'queued', attempts = 0, restarts = restarts + 1, message = NULL,
        ended_at = NULL, told_end_at = NULL, told_late_at = NULL
      WHERE id = :id AND tenant_id = :church AND state IN ('stopped', 'failed', 'held')
      """),
  /** Never to be run again. */
  ABANDON(
      """
      UPDATE shared.batch_run SET state = 'abandoned', ended_at = coalesce(ended_at, :now)
      WHERE id = :id AND tenant_id = :church AND state IN ('queued', 'stopped', 'failed', 'held')
      """),
  /** To be taken away from a process that is gone. */
  RECOVER(
      """
      UPDATE shared.batch_run
      SET state = CASE state WHEN 'stopping' THEN 'stopped' ELSE 'queued' END,
        node = NULL, step = NULL
      WHERE heartbeat < now() - :stale * interval '1 millisecond'
        AND id = :id AND tenant_id = :church AND state IN ('running', 'stopping')
      """);

  private final String update;

  RunVerb(String update) {
    this.update = update;
  }

  /** Changes the row, if it is still in a state from which that can be done. */
  String update() {
    return update;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in audit logs. */
  String action() {
    return "batch-" + code();
  }
}
