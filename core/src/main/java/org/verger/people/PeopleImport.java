package org.verger.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext;
import org.verger.imports.ImportFile;
import org.verger.imports.Lines;
import org.verger.imports.MergedTable;
import org.verger.imports.Parent;
import org.verger.imports.RecordImport;
import org.verger.imports.RowJudge;
import org.verger.organisation.Area;

/** Imports people with their families. */
@Component
class PeopleImport implements RecordImport {

  private static final MergedTable PEOPLE =
      MergedTable.withId(
          "person",
          "import_person",
          Map.of("created_at", ":now"),
          "given_name",
          "family_name",
          "email",
          "phone",
          "language",
          "birth_date",
          "membership",
          "joined_on",
          "household_id",
          "household_role",
          "unit_id",
          "external_id");

  static final MergedTable HOUSEHOLDS =
      MergedTable.withId(
          "household",
          "import_household",
          Map.of("created_at", ":now"),
          "name",
          "street",
          "city",
          "region",
          "postal_code",
          "country",
          "external_id");

  private static final String CONSENTS =
      """
      INSERT INTO message_consent (channel, address, granted, source, at)
      SELECT given.channel, given.address, given.granted, :source, :now
      FROM import_person s
      CROSS JOIN LATERAL (VALUES ('sms', s.phone, s.sms_consent), ('email', s.email, s.email_consent))
        AS given (channel, address, granted)
      LEFT JOIN LATERAL (SELECT c.granted FROM message_consent c
        WHERE c.address = given.address AND c.channel = given.channel ORDER BY c.id DESC LIMIT 1) last ON true
      WHERE s.import_id = :import AND s.line > :after AND s.line <= :upTo AND s.action IN ('new', 'changed')
        AND given.address IS NOT NULL AND given.granted IS DISTINCT FROM last.granted
        AND given.granted IS NOT NULL
        AND NOT (given.granted AND (last.granted IS FALSE
          OR EXISTS (SELECT FROM message_stop stop WHERE stop.address = given.address)))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  PeopleImport(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "people";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public MergedTable rows() {
    return PEOPLE;
  }

  @Override
  public List<String> noted() {
    return List.of("sms_consent", "email_consent");
  }

  @Override
  public List<Parent> parents() {
    return List.of(new Parent(HOUSEHOLDS, "household_id"));
  }

  @Override
  public RowJudge judge(ImportContext context) {
    return new PersonJudge(context, KnownPeople.load(jdbc), FileHouseholds.load(jdbc));
  }

  // Who said STOP, or no, is not asked by a file: only they can take that back.
  @Override
  public void merged(ImportFile file, Lines lines) {
    jdbc.sql(CONSENTS)
        .param("source", source(file))
        .param("now", Timestamp.from(Instant.now(clock)))
        .param("import", file.id().value())
        .param("after", lines.after())
        .param("upTo", lines.upTo())
        .update();
  }

  @Override
  public void undone(ImportFile file) {
    jdbc.sql("DELETE FROM message_consent WHERE source = ?").param(source(file)).update();
  }

  private static String source(ImportFile file) {
    return "import " + file.id();
  }
}
