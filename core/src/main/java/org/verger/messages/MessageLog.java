package org.verger.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Reach;
import org.verger.paging.Page;

/** Everything that was sent or not, and why, the latest first. */
@Component
public class MessageLog {

  private static final String SELECT =
      """
      SELECT id, subject_id, channel, template, status, reason, at, held_until,
        language, segments, address, subject, body
      FROM message_delivery
      WHERE (:everything OR unit_id IN (
          SELECT unit.id FROM unit WHERE path LIKE ANY (:paths)))
        AND (:subjectId::text IS NULL OR subject_id = :subjectId)
        AND (:status::text IS NULL OR status = :status)
        AND (:template::text IS NULL OR template = :template)
      """;

  private static final String PAGE =
      SELECT + "AND (:before::bigint IS NULL OR id < :before) ORDER BY id DESC LIMIT :limit";

  private final JdbcClient jdbc;

  MessageLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A page of the messages of the units within reach that the filter lets through. */
  @Transactional(readOnly = true)
  public Page<MessageEntry> list(MessageFilter filter, Reach reach) {
    var rows =
        select(PAGE, filter, reach)
            .param("before", filter.cursor() == null ? null : Long.valueOf(filter.cursor()))
            .param("limit", filter.limit() + 1)
            .query(MessageLog::read)
            .list();
    return Page.of(rows, filter.limit(), last -> Long.toString(last.id()));
  }

  /** Hands over the same messages one by one, as they are read, whatever the filter's page. */
  @Transactional(propagation = Propagation.MANDATORY)
  void each(MessageFilter filter, Reach reach, int fetch, Consumer<MessageEntry> taker) {
    select(SELECT + "ORDER BY id DESC", filter, reach)
        .withFetchSize(fetch)
        .query(
            row -> {
              taker.accept(read(row, 0));
            });
  }

  private JdbcClient.StatementSpec select(String sql, MessageFilter filter, Reach reach) {
    return jdbc.sql(sql)
        .param("everything", reach.everything())
        .param("paths", reach.patterns())
        .param("subjectId", filter.subjectId())
        .param("status", filter.status())
        .param("template", filter.template());
  }

  /** How many messages of the units within reach are in this status. */
  @Transactional(readOnly = true)
  public long count(String status, Reach reach) {
    return jdbc.sql(
            """
            SELECT count(*) FROM message_delivery
            WHERE status = :status AND (:everything OR unit_id IN (
                SELECT unit.id FROM unit WHERE path LIKE ANY (:paths)))
            """)
        .param("status", status)
        .param("everything", reach.everything())
        .param("paths", reach.patterns())
        .query(Long.class)
        .single();
  }

  private static MessageEntry read(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp heldUntil = row.getTimestamp("held_until");
    @Nullable String address = row.getString("address");
    return new MessageEntry(
        row.getLong("id"),
        row.getString("subject_id"),
        row.getString("channel"),
        row.getString("template"),
        row.getString("status"),
        row.getString("reason"),
        row.getTimestamp("at").toInstant(),
        heldUntil == null ? null : heldUntil.toInstant(),
        row.getString("language"),
        row.getInt("segments"),
        address == null ? null : Masks.mask(address),
        row.getString("subject"),
        Masks.withoutSecrets(row.getString("body")));
  }
}
