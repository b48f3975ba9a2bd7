package org.verger.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all that decides about a message, in the transaction that is open. */
@Component
class Judgements {

  // One round trip instead of six: this is asked for every message.
  private static final String JUDGE =
      """
      SELECT s.quiet_from, s.quiet_until,
        d.id, d.status, d.reason, d.held_until, d.claimed_until, d.at,
        t.language, t.subject, t.body, t.version,
        coalesce((SELECT granted FROM message_consent c
                  WHERE c.channel = :channel AND c.address = :address
                  ORDER BY c.id DESC LIMIT 1), false) AS consented,
        EXISTS (SELECT FROM message_stop WHERE address = :address) AS stopped,
        EXISTS (SELECT FROM message_suppression
                WHERE channel = :channel AND address = :address) AS suppressed
      FROM message_setting s
      LEFT JOIN message_delivery d ON d.business_key = :key
      LEFT JOIN LATERAL
        (SELECT language, subject, body, version FROM message_template
         WHERE key = :template AND channel = :channel
         ORDER BY language = :language DESC, language = :first DESC, language = 'en' DESC, language
         LIMIT 1) t ON true
      """;

  private final JdbcClient jdbc;

  Judgements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Judgement of(DeliveryRequest request, String firstLanguage) {
    return jdbc.sql(JUDGE)
        .param("channel", request.channel().code())
        .param("address", request.address())
        .param("key", request.businessKey())
        .param("template", request.template())
        .param("language", request.language())
        .param("first", firstLanguage)
        .query((row, number) -> judgement(row, request))
        .single();
  }

  private static Judgement judgement(ResultSet row, DeliveryRequest request) throws SQLException {
    return new Judgement(
        row.getString("status") == null ? null : stored(row),
        row.getString("body") == null ? null : template(row, request),
        new QuietHours(
            row.getObject("quiet_from", LocalTime.class),
            row.getObject("quiet_until", LocalTime.class)),
        row.getBoolean("consented"),
        row.getBoolean("stopped"),
        row.getBoolean("suppressed"));
  }

  private static Judgement.Stored stored(ResultSet row) throws SQLException {
    return new Judgement.Stored(
        row.getLong("id"),
        row.getString("status"),
        row.getString("reason"),
        instant(row.getTimestamp("held_until")),
        instant(row.getTimestamp("claimed_until")),
        row.getTimestamp("at").toInstant());
  }

  private static Template template(ResultSet row, DeliveryRequest request) throws SQLException {
    return new Template(
        request.template(),
        request.channel(),
        row.getString("language"),
        row.getString("subject"),
        row.getString("body"),
        row.getInt("version"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
