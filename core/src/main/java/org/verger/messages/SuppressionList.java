package org.verger.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that are no use on a channel: bounced, complained about, or somebody else's. */
@Component
public class SuppressionList {

  private final JdbcClient jdbc;
  private final Clock clock;

  SuppressionList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Puts an address on the list; the first reason stays. */
  @Transactional
  public void add(Channel channel, String address, String reason) {
    jdbc.sql(
            """
            INSERT INTO message_suppression (channel, address, reason, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (channel, address) DO NOTHING
            """)
        .params(channel.code(), address, reason, Timestamp.from(Instant.now(clock)))
        .update();
  }
}
