package org.verger.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The relay's side of the outbox. All calls belong to one transaction without a church: what it
 * claimed is locked until it ends, and another relay passes over it.
 */
@Component
public class OutboxQueue {

  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  OutboxQueue(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Locks the entries that are due, at most one per subject: the oldest, so that a subject's
   * commands are handed over in the order they were written. What was never tried is due whatever
   * this machine's clock says: the writer's may be ahead.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<OutboxEntry> claim(int most) {
    return jdbc.sql(
            """
            SELECT id, subject, command, attempts, created_at FROM shared.outbox o
            WHERE (attempts = 0 OR available_at <= ?)
              AND NOT EXISTS (SELECT FROM shared.outbox earlier
                              WHERE earlier.tenant_id = o.tenant_id
                                AND earlier.subject = o.subject AND earlier.id < o.id)
            ORDER BY available_at, id LIMIT ? FOR UPDATE SKIP LOCKED
            """)
        .params(now(), most)
        .query(
            (row, number) ->
                new OutboxEntry(
                    row.getLong("id"),
                    row.getString("subject"),
                    command(row.getString("command")),
                    row.getInt("attempts"),
                    row.getTimestamp("created_at").toInstant()))
        .list();
  }

  /** Removes what the engine has accepted. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("DELETE FROM shared.outbox WHERE id = ANY (?)")
          .param(ids.toArray(Long[]::new))
          .update();
    }
  }

  /** Puts an entry off, each time for twice as long, up to ten seconds. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void putOff(OutboxEntry entry, String error) {
    Duration grown = FIRST_BACK_OFF.multipliedBy(1L << Math.min(entry.attempts(), 10));
    Duration wait = grown.compareTo(LONGEST_BACK_OFF) < 0 ? grown : LONGEST_BACK_OFF;
    jdbc.sql(
            """
            UPDATE shared.outbox SET attempts = attempts + 1, last_error = ?, available_at = ?
            WHERE id = ?
            """)
        .params(error, Timestamp.from(Instant.now(clock).plus(wait)), entry.id())
        .update();
  }

  /** How long the oldest entry has been waiting; zero when none is. */
  @Transactional(readOnly = true)
  public Duration lag() {
    return jdbc.sql("SELECT created_at FROM shared.outbox ORDER BY id LIMIT 1")
        .query(Timestamp.class)
        .optional()
        .map(oldest -> Duration.between(oldest.toInstant(), Instant.now(clock)))
        .filter(lag -> !lag.isNegative())
        .orElse(Duration.ZERO);
  }

  // One row that nobody can read must not keep the others from being handed over.
  private EngineCommand command(String text) {
    try {
      EngineCommand command = json.readValue(text, EngineCommand.class);
      return command == null ? unreadable("null") : command;
    } catch (JacksonException odd) {
      return unreadable(odd.getClass().getSimpleName());
    }
  }

  private static EngineCommand unreadable(String reason) {
    return new EngineCommand.Unreadable("The command cannot be read: " + reason);
  }

  private Timestamp now() {
    return Timestamp.from(Instant.now(clock));
  }
}
