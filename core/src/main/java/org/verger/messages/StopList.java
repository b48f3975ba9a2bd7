package org.verger.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that said STOP. Only START takes one off; a new consent alone does not. */
@Component
public class StopList {

  private final JdbcClient jdbc;
  private final Clock clock;

  StopList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Puts an address on the list and gives up what is held for it. */
  @Transactional
  public void add(String address, String source) {
    Timestamp now = Timestamp.from(Instant.now(clock));
    jdbc.sql(
            """
            INSERT INTO message_stop (address, source, at) VALUES (?, ?, ?)
            ON CONFLICT (address) DO NOTHING
            """)
        .params(address, source, now)
        .update();
    jdbc.sql(
            """
            UPDATE message_delivery
            SET status = 'suppressed', reason = ?, held_until = NULL, at = ?
            WHERE address = ? AND status = 'held'
            """)
        .params(SuppressionReason.STOPPED.code(), now, address)
        .update();
  }

  /** Takes an address off the list. */
  @Transactional
  public void remove(String address) {
    jdbc.sql("DELETE FROM message_stop WHERE address = ?").param(address).update();
  }

  /** Whether the address is on the list. */
  @Transactional(readOnly = true)
  public boolean contains(String address) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM message_stop WHERE address = ?)")
        .param(address)
        .query(Boolean.class)
        .single();
  }
}
