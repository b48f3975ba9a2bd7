package org.verger.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who agreed to be written to. Every answer is kept; the last one counts. */
@Component
public class Consents {

  private final JdbcClient jdbc;
  private final Clock clock;

  Consents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An answer that somebody gave.
   *
   * @param source where it was given: {@code connect-form}, {@code start-keyword}
   */
  public record Consent(
      Channel channel, String address, boolean granted, String source, Instant at) {}

  /** Keeps an answer, given now. */
  @Transactional
  public void record(Channel channel, String address, boolean granted, String source) {
    jdbc.sql(
            """
            INSERT INTO message_consent (channel, address, granted, source, at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(channel.code(), address, granted, source, Timestamp.from(Instant.now(clock)))
        .update();
  }

  /** All answers that were given for an address, the latest first. */
  @Transactional(readOnly = true)
  public List<Consent> of(String address) {
    return jdbc.sql(
            """
            SELECT channel, granted, source, at FROM message_consent
            WHERE address = ? ORDER BY id DESC
            """)
        .param(address)
        .query(
            (row, number) ->
                new Consent(
                    Channel.of(row.getString("channel")),
                    address,
                    row.getBoolean("granted"),
                    row.getString("source"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }
}
