package org.verger.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.messages.Channel;
import org.verger.messages.StatedConsents;
import org.verger.messages.StatedConsents.Stated;

/**
 * What people agreed to by what a file says. The staging table has phone, e-mail and both consents.
 */
@Component
public class MergedConsents {

  private static final int AT_ONCE = 20_000;

  private static final String ANSWERS =
      """
      SELECT s.line, s.part, s.phone, s.sms_consent, s.email, s.email_consent FROM %s s
      WHERE s.import_id = :import AND s.line > :after AND s.line <= :upTo AND %s
        AND ((s.phone IS NOT NULL AND s.sms_consent IS NOT NULL)
          OR (s.email IS NOT NULL AND s.email_consent IS NOT NULL))
      """;

  // A row that repeats another one has a reason already.
  private static final String CHANGED =
      """
      UPDATE %s s SET action = 'changed', reason = 'Answers otherwise whether to be written to'
      FROM unnest(:lines::bigint[], :parts::integer[]) AS news (line, part)
      WHERE s.import_id = :import AND s.line = news.line AND s.part = news.part
      """;

  private final JdbcClient jdbc;
  private final StatedConsents consents;

  MergedConsents(JdbcClient jdbc, StatedConsents consents) {
    this.jdbc = jdbc;
    this.consents = consents;
  }

  private record Answered(long line, int part, List<Stated> answers) {}

  /** Shows rows as changed that say nothing else that is new than whether to be written to. */
  public void settle(ImportContext context, MergedTable table) {
    ImportFile file = context.file();
    long last =
        jdbc.sql(
                "SELECT coalesce(max(line), 0) FROM %s WHERE import_id = ?"
                    .formatted(table.staging()))
            .param(file.id().value())
            .query(Long.class)
            .single();
    for (Lines lines : pieces(new Lines(0, last))) {
      List<Answered> same = answered(file, table, lines, "s.action = 'same' AND s.reason IS NULL");
      Set<Stated> news = new HashSet<>(consents.newsIn(all(same)));
      show(
          file,
          table,
          same.stream().filter(row -> row.answers().stream().anyMatch(news::contains)).toList());
    }
  }

  private void show(ImportFile file, MergedTable table, List<Answered> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(CHANGED.formatted(table.staging()))
        .param("import", file.id().value())
        .param("lines", rows.stream().map(Answered::line).toArray(Long[]::new))
        .param("parts", rows.stream().map(Answered::part).toArray(Integer[]::new))
        .update();
  }

  /** Keeps the answers on these lines, those of rows that are otherwise the same among them. */
  public void keep(ImportFile file, MergedTable table, Lines lines) {
    for (Lines piece : pieces(lines)) {
      consents.keep(
          all(answered(file, table, piece, "s.action IN ('new', 'changed', 'same')")),
          source(file));
    }
  }

  /** Takes the answers of an import back. */
  public void takeBack(ImportFile file) {
    consents.takeBack(source(file));
  }

  private static String source(ImportFile file) {
    return "import " + file.id();
  }

  // A file that is applied as a whole can be large.
  private static List<Lines> pieces(Lines lines) {
    List<Lines> pieces = new ArrayList<>();
    for (long after = lines.after(); after < lines.upTo(); after += AT_ONCE) {
      pieces.add(new Lines(after, Math.min(lines.upTo(), after + AT_ONCE)));
    }
    return pieces;
  }

  private static List<Stated> all(List<Answered> rows) {
    return rows.stream().flatMap(row -> row.answers().stream()).toList();
  }

  private List<Answered> answered(ImportFile file, MergedTable table, Lines lines, String wanted) {
    return jdbc.sql(ANSWERS.formatted(table.staging(), wanted))
        .param("import", file.id().value())
        .param("after", lines.after())
        .param("upTo", lines.upTo())
        .query(MergedConsents::read)
        .list();
  }

  private static Answered read(ResultSet row, int number) throws SQLException {
    return new Answered(
        row.getLong("line"),
        row.getInt("part"),
        Stream.concat(
                stated(
                    Channel.SMS,
                    row.getString("phone"),
                    row.getObject("sms_consent", Boolean.class)),
                stated(
                    Channel.EMAIL,
                    row.getString("email"),
                    row.getObject("email_consent", Boolean.class)))
            .toList());
  }

  private static Stream<Stated> stated(
      Channel channel, @Nullable String address, @Nullable Boolean granted) {
    return address == null || granted == null
        ? Stream.empty()
        : Stream.of(new Stated(channel, address, granted));
  }
}
