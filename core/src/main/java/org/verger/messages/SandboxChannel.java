package org.verger.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends nothing and keeps what would have been sent, in the church's own schema, and how often it
 * was asked to.
 */
final class SandboxChannel implements MessageChannel {

  private final Channel channel;
  private final JdbcClient jdbc;
  private final Clock clock;

  SandboxChannel(Channel channel, JdbcClient jdbc, Clock clock) {
    this.channel = channel;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Receipt send(Outgoing message, String key) {
    jdbc.sql(
            """
            INSERT INTO sandbox_message (key, channel, address, subject, body, at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET calls = sandbox_message.calls + 1
            """)
        .param(key)
        .param(channel.code())
        .param(message.address())
        .param(message.subject())
        .param(message.body())
        .param(Timestamp.from(Instant.now(clock)))
        .update();
    return new Receipt(key);
  }

  @Override
  public Optional<Receipt> find(String key) {
    return jdbc.sql("SELECT key FROM sandbox_message WHERE key = ?")
        .param(key)
        .query(String.class)
        .optional()
        .map(Receipt::new);
  }

  @Override
  public boolean sharesTransaction() {
    return true;
  }
}
