package org.verger.groups;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

/** Imports groups with their members. */
@Component
class GroupImport implements RecordImport {

  private static final MergedTable MEMBERS =
      new MergedTable(
          "group_member",
          "import_group_member",
          List.of("group_id", "person_id"),
          List.of("group_id", "person_id", "role", "since"),
          Map.of(),
          false,
          true);

  static final MergedTable GROUPS =
      MergedTable.withId(
          "ministry_group",
          "import_group",
          Map.of("created_at", ":now"),
          "unit_id",
          "name",
          "kind",
          "description",
          "meeting_day",
          "meeting_time",
          "place",
          "external_id");

  // Who left the group stays out of it: a file that is older does not know.
  private static final String KNOWN =
      """
      UPDATE import_group_member s
      SET target_version = m.version, since = m.since,
        action = CASE WHEN m.until IS NULL AND m.role <> s.role THEN 'changed'
          WHEN g.action = 'changed' THEN 'changed' ELSE 'same' END,
        role = CASE WHEN m.until IS NULL THEN s.role ELSE m.role END,
        reason = CASE WHEN m.until IS NOT NULL THEN 'Left the group on ' || m.until END
      FROM group_member m
      LEFT JOIN import_group g ON g.import_id = :import AND g.target_id = m.group_id
      WHERE s.import_id = :import AND s.action = 'new'
        AND m.group_id = s.group_id AND m.person_id = s.person_id
      """;

  private static final String TWICE =
      """
      UPDATE import_group_member s
      SET action = CASE WHEN s.role = twice.role THEN 'same' ELSE 'duplicate' END,
        reason = CASE WHEN s.role = twice.role THEN 'Repeats line ' || twice.first
          ELSE 'Line ' || twice.first || ' gives another role in the group: keep one of the rows' END
      FROM (SELECT line, part, first_value(line) OVER same AS first, first_value(role) OVER same AS role,
              row_number() OVER same AS n
            FROM import_group_member
            WHERE import_id = :import AND action IN ('new', 'changed', 'same') AND reason IS NULL
              AND person_id IS NOT NULL
            WINDOW same AS (PARTITION BY group_id, person_id ORDER BY line, part)) twice
      WHERE twice.n > 1 AND s.import_id = :import AND s.line = twice.line AND s.part = twice.part
      """;

  private final JdbcClient jdbc;
  private final Units units;

  GroupImport(JdbcClient jdbc, Units units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  @Override
  public String kind() {
    return "groups";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public MergedTable rows() {
    return MEMBERS;
  }

  @Override
  public String insertable() {
    return "s.person_id IS NOT NULL";
  }

  @Override
  public List<Parent> parents() {
    return List.of(new Parent(GROUPS, "group_id"));
  }

  @Override
  public RowJudge judge(ImportContext context) {
    return new GroupJudge(
        context, KnownPeople.load(jdbc), FileGroups.load(jdbc), units.root().orElse(null));
  }

  @Override
  public void settle(ImportContext context) {
    jdbc.sql(KNOWN).param("import", context.file().id().value()).update();
    jdbc.sql(TWICE).param("import", context.file().id().value()).update();
  }

  // To remove a group removes its members, whoever entered them.
  @Override
  public void undone(ImportFile file) {
    long entered =
        jdbc.sql(
                """
                SELECT count(*) FROM group_member m JOIN ministry_group g ON g.id = m.group_id
                WHERE g.import_id = :import AND m.import_id IS DISTINCT FROM :import
                """)
            .param("import", file.id().value())
            .query(Long.class)
            .single();
    if (entered > 0) {
      throw new UndoRefusedException(
          "%d people joined groups of this import since. Undoing it would lose that."
              .formatted(entered));
    }
  }
}
