package org.verger.attendance;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.groups.GroupNames;
import org.verger.imports.ImportContext;
import org.verger.imports.ImportFile;
import org.verger.imports.MergedTable;
import org.verger.imports.Parent;
import org.verger.imports.RecordImport;
import org.verger.imports.RowJudge;
import org.verger.imports.UndoRefusedException;
import org.verger.organisation.Area;
import org.verger.organisation.Units;
import org.verger.people.KnownPeople;

/** Imports who was where on which day, and how many were counted. */
@Component
class AttendanceImport implements RecordImport {

  private static final MergedTable PRESENT =
      new MergedTable(
          "attendance",
          "import_attendance",
          List.of("gathering_id", "person_id"),
          List.of("gathering_id", "person_id"),
          Map.of(),
          false,
          false);

  static final MergedTable GATHERINGS =
      MergedTable.withId(
          "gathering",
          "import_gathering",
          Map.of("created_at", ":now"),
          "unit_id",
          "group_id",
          "name",
          "held_on",
          "starts_at",
          "headcount");

  // A row stays new or changed if it says something of the gathering; the person may be there
  // already.
  private static final String KNOWN =
      """
      UPDATE import_attendance s
      SET action = CASE g.action WHEN 'changed' THEN 'changed' ELSE 'same' END
      FROM attendance a
      LEFT JOIN import_gathering g ON g.import_id = :import AND g.target_id = a.gathering_id
      WHERE s.import_id = :import AND s.action = 'new'
        AND a.gathering_id = s.gathering_id AND a.person_id = s.person_id
      """;

  private static final String TWICE =
      """
      UPDATE import_attendance s SET action = 'same', reason = 'Repeats line ' || twice.first
      FROM (SELECT line, part, first_value(line) OVER same AS first, row_number() OVER same AS n
            FROM import_attendance WHERE import_id = :import AND action = 'new' AND person_id IS NOT NULL
            WINDOW same AS (PARTITION BY gathering_id, person_id ORDER BY line, part)) twice
      WHERE twice.n > 1 AND s.import_id = :import AND s.line = twice.line AND s.part = twice.part
      """;

  private final JdbcClient jdbc;
  private final Units units;

  AttendanceImport(JdbcClient jdbc, Units units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  @Override
  public String kind() {
    return "attendance";
  }

  @Override
  public Area area() {
    return Area.EVENTS;
  }

  @Override
  public MergedTable rows() {
    return PRESENT;
  }

  @Override
  public String insertable() {
    return "s.person_id IS NOT NULL";
  }

  @Override
  public List<Parent> parents() {
    return List.of(new Parent(GATHERINGS, "gathering_id"));
  }

  @Override
  public RowJudge judge(ImportContext context) {
    return new AttendanceJudge(
        context,
        KnownPeople.load(jdbc),
        FileGatherings.load(jdbc),
        GroupNames.load(jdbc),
        units.root().orElse(null));
  }

  @Override
  public void settle(ImportContext context) {
    jdbc.sql(KNOWN).param("import", context.file().id().value()).update();
    jdbc.sql(TWICE).param("import", context.file().id().value()).update();
  }

  // To remove a gathering removes who was there, whoever marked it.
  @Override
  public void undone(ImportFile file) {
    long marked =
        jdbc.sql(
                """
                SELECT count(*) FROM attendance a JOIN gathering g ON g.id = a.gathering_id
                WHERE g.import_id = :import AND a.import_id IS DISTINCT FROM :import
                """)
            .param("import", file.id().value())
            .query(Long.class)
            .single();
    if (marked > 0) {
      throw new UndoRefusedException(
          "%d people were marked as present at gatherings of this import since. Undoing it would lose that."
              .formatted(marked));
    }
  }
}
