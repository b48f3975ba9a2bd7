package org.verger.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people agreed to by what somebody else says of them, as a file does. Who said STOP, or no,
 * is not asked by it: only they can take that back. Of several answers for one address a no counts.
 */
@Component
public class StatedConsents {

  private static final String NEWS =
      """
      SELECT given.channel, given.address, given.granted%s
      FROM (SELECT channel, address, bool_and(granted) AS granted
            FROM unnest(:channels::text[], :addresses::text[], :granted::boolean[])
              AS stated (channel, address, granted)
            GROUP BY channel, address) given
      LEFT JOIN LATERAL (SELECT c.granted FROM message_consent c
        WHERE c.address = given.address AND c.channel = given.channel ORDER BY c.id DESC LIMIT 1) last ON true
      WHERE given.granted IS DISTINCT FROM last.granted
        AND NOT (given.granted AND (last.granted IS FALSE
          OR EXISTS (SELECT FROM message_stop stop WHERE stop.address = given.address)))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  StatedConsents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** An answer that somebody is said to have given. */
  public record Stated(Channel channel, String address, boolean granted) {

    /** Without the address. */
    @Override
    public String toString() {
      return channel + ": " + granted;
    }
  }

  /** Those answers that {@link #keep} would keep, one for each address and channel. */
  public List<Stated> newsIn(Collection<Stated> answers) {
    return given(NEWS.formatted(""), answers)
        .query(
            (row, number) ->
                new Stated(
                    Channel.of(row.getString("channel")),
                    row.getString("address"),
                    row.getBoolean("granted")))
        .list();
  }

  /** Keeps the answers that say something else than what is known, in the open transaction. */
  public void keep(Collection<Stated> answers, String source) {
    given(
            "INSERT INTO message_consent (channel, address, granted, source, at) "
                + NEWS.formatted(", :source, :now"),
            answers)
        .param("source", source)
        .param("now", Timestamp.from(Instant.now(clock)))
        .update();
  }

  private JdbcClient.StatementSpec given(String sql, Collection<Stated> answers) {
    return jdbc.sql(sql)
        .param("channels", answers.stream().map(a -> a.channel().code()).toArray(String[]::new))
        .param("addresses", answers.stream().map(Stated::address).toArray(String[]::new))
        .param("granted", answers.stream().map(Stated::granted).toArray(Boolean[]::new));
  }

  /** Takes the answers from one source back. */
  public void takeBack(String source) {
    jdbc.sql("DELETE FROM message_consent WHERE source = ?").param(source).update();
  }
}
