package org.verger.imports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people agreed to by what a file says. Who said STOP, or no, is not asked by a file: only
 * they can take that back.
 */
@Component
public class MergedConsents {

  private static final String KEEP =
      """
      INSERT INTO message_consent (channel, address, granted, source, at)
      SELECT given.channel, given.address, given.granted, :source, :now
      FROM %s s
      CROSS JOIN LATERAL (VALUES ('sms', s.phone, s.sms_consent), ('email', s.email, s.email_consent))
        AS given (channel, address, granted)
      LEFT JOIN LATERAL (SELECT c.granted FROM message_consent c
        WHERE c.address = given.address AND c.channel = given.channel ORDER BY c.id DESC LIMIT 1) last ON true
      WHERE s.import_id = :import AND s.line > :after AND s.line <= :upTo AND s.action IN ('new', 'changed')
        AND given.address IS NOT NULL AND given.granted IS NOT NULL
        AND given.granted IS DISTINCT FROM last.granted
        AND NOT (given.granted AND (last.granted IS FALSE
          OR EXISTS (SELECT FROM message_stop stop WHERE stop.address = given.address)))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  MergedConsents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps the answers on these lines; the staging table has phone, e-mail and both consents. */
  public void keep(ImportFile file, MergedTable table, Lines lines) {
    jdbc.sql(KEEP.formatted(table.staging()))
        .param("source", source(file))
        .param("now", Timestamp.from(Instant.now(clock)))
        .param("import", file.id().value())
        .param("after", lines.after())
        .param("upTo", lines.upTo())
        .update();
  }

  /** Takes the answers of an import back. */
  public void takeBack(ImportFile file) {
    jdbc.sql("DELETE FROM message_consent WHERE source = ?").param(source(file)).update();
  }

  private static String source(ImportFile file) {
    return "import " + file.id();
  }
}
