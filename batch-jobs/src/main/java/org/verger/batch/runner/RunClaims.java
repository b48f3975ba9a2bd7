package org.verger.batch.runner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.batch.Lane;
import org.verger.batch.RunState;
import org.verger.deployment.RunsInRole;
import org.verger.tenants.TenantId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes up runs and lets go of them. Each call is one statement in the login's role; nothing that
 * another process has taken up meanwhile is changed.
 */
@Component
@RunsInRole(RunsInRole.BATCH)
class RunClaims {

  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

  // Quartz may ask for a run a moment before it is due.
  private static final Duration EARLY = Duration.ofSeconds(1);

  // What a church asked for first runs first, also where two processes claim at the same moment: a
  // file of gifts may need the people of the file before. In the bulk lane it is the turn of the
  // church whose last run began longest ago.
  private static final String CLAIM =
      """
      UPDATE shared.batch_run SET state = 'running', node = ?, heartbeat = now(),
        attempts = attempts + 1, started_at = ?, ended_at = NULL, message = NULL
      WHERE id = (
        SELECT r.id FROM shared.batch_run r
        JOIN shared.tenant t ON t.id = r.tenant_id AND t.status = 'active'
        WHERE r.state = 'queued' AND r.lane = ? AND coalesce(r.scheduled_for <= ?, true)
          AND NOT EXISTS (SELECT FROM shared.batch_run o
                          WHERE o.tenant_id = r.tenant_id AND o.state IN ('queued', 'running', 'stopping')
                            AND (o.state <> 'queued'
                                 OR o.seq < r.seq AND coalesce(o.scheduled_for <= ?, true))
                            AND (o.job = r.job OR (o.lane = 'bulk' AND r.lane = 'bulk')))
        ORDER BY %s r.seq LIMIT 1 FOR UPDATE OF r SKIP LOCKED)
      RETURNING id, tenant_id, job, key, parameters, attempts, total, read, written, skipped,
        rejected
      """;
  private static final String TURN =
      """
      (SELECT max(l.started_at) FROM shared.batch_run l
       WHERE l.tenant_id = r.tenant_id AND l.lane = 'bulk') NULLS FIRST,
      """;

  private final JdbcClient jdbc;
  private final NodeName node;
  private final JsonMapper json;
  private final Clock clock;

  RunClaims(JdbcClient jdbc, NodeName node, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.node = node;
    this.json = json;
    this.clock = clock;
  }

  /** Takes up the run of the lane that is due and whose turn it is, if there is one. */
  Optional<ClaimedRun> claim(Lane lane) {
    Timestamp due = Timestamp.from(clock.instant().plus(EARLY));
    try {
      return jdbc.sql(CLAIM.formatted(lane == Lane.BULK ? TURN : ""))
          .params(node.value(), now(), lane.code(), due, due)
          .query(this::read)
          .optional();
    } catch (DuplicateKeyException another) {
      // At the same moment another process took up one that this one has to wait for.
      return Optional.empty();
    }
  }

  private ClaimedRun read(ResultSet row, int number) throws SQLException {
    return new ClaimedRun(
        row.getObject("id", UUID.class),
        new TenantId(row.getString("tenant_id")),
        row.getString("job"),
        row.getString("key"),
        json.readValue(row.getString("parameters"), PARAMETERS),
        row.getInt("attempts"),
        new ClaimedRun.Counts(
            row.getLong("total"),
            row.getLong("read"),
            row.getLong("written"),
            row.getLong("skipped"),
            row.getLong("rejected")));
  }

  /**
   * Writes down how a run ended.
   *
   * @return whether it was still this process's
   */
  boolean end(ClaimedRun run, RunState state, @Nullable String message) {
    return jdbc.sql(
                """
                UPDATE shared.batch_run SET state = ?, message = ?, ended_at = ?, step = NULL
                WHERE id = ? AND node = ? AND attempts = ? AND state IN ('running', 'stopping')
                """)
            .param(state.code())
            .param(message)
            .param(now())
            .param(run.id())
            .param(node.value())
            .param(run.attempt())
            .update()
        > 0;
  }

  /** Lets somebody else go on with a run that this process has to leave. */
  void giveBack(ClaimedRun run) {
    jdbc.sql(
            """
            UPDATE shared.batch_run
            SET state = CASE state WHEN 'stopping' THEN 'stopped' ELSE 'queued' END,
              attempts = attempts - 1, node = NULL, step = NULL
            WHERE id = ? AND node = ? AND attempts = ? AND state IN ('running', 'stopping')
            """)
        .params(run.id(), node.value(), run.attempt())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
