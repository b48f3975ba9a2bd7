package org.verger.messages;

import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the current church has set for all its messages. */
@Component
public class MessageSettings {

  private final JdbcClient jdbc;

  MessageSettings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The church's quiet hours. */
  @Transactional(readOnly = true)
  public QuietHours quietHours() {
    return jdbc.sql("SELECT quiet_from, quiet_until FROM message_setting")
        .query(
            (row, number) ->
                new QuietHours(
                    row.getObject("quiet_from", LocalTime.class),
                    row.getObject("quiet_until", LocalTime.class)))
        .single();
  }

  /** Changes the church's quiet hours; what is held already keeps its time. */
  @Transactional
  public void setQuietHours(QuietHours hours) {
    jdbc.sql("UPDATE message_setting SET quiet_from = ?, quiet_until = ?")
        .params(hours.from(), hours.until())
        .update();
  }
}
