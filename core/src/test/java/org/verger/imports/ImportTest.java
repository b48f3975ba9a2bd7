package org.verger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.imports.file.FileFormat;
import org.verger.organisation.Level;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.testing.ChurchTest;

/** Tests of imports: files as people send them, into a fresh church. */
abstract class ImportTest extends ChurchTest {

  @Autowired protected TakeImport take;
  @Autowired protected ReadImport read;
  @Autowired protected RequestApply requestApply;
  @Autowired protected ApplyImport apply;
  @Autowired protected RequestUndo requestUndo;
  @Autowired protected UndoImport undo;
  @Autowired protected ReadAgain again;
  @Autowired protected ImportAccess access;
  @Autowired protected ImportPreview preview;
  @Autowired protected RejectsFile rejects;
  @Autowired protected Units units;
  @Autowired private People people;

  protected PersonId operator;
  protected Unit root;
  protected Unit campus;

  @BeforeEach
  void peopleTheChurch() {
    root = church.call(() -> units.createRoot("Olam"));
    Unit region = church.call(() -> units.create(root.id(), Level.REGIONAL, "Midwest"));
    campus = church.call(() -> units.create(region.id(), Level.CAMPUS, "Chicago"));
    operator = somebody("Otis", Role.OPERATOR, root.id());
  }

  protected PersonId somebody(String name, Role role, UnitId unit) {
    return church.call(
        () -> {
          PersonId id = people.create(new NewPerson(name, "Staff", null, null, "en"));
          people.assign(id, role, unit);
          return id;
        });
  }

  /** Sends a file and has it read. */
  protected ImportFile reads(String kind, String... lines) {
    return reads(new NewImport(kind, kind + ".csv", null, true, false), operator, lines);
  }

  protected ImportFile reads(NewImport asked, PersonId by, String... lines) {
    return sends(asked, by, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  protected ImportFile sends(NewImport asked, PersonId by, byte[] content) {
    ImportFile taken = church.call(() -> take.take(asked, new ByteArrayInputStream(content), by));
    church.run(() -> read.read(taken.id(), new Progress()));
    return now(taken);
  }

  protected ImportFile now(ImportFile file) {
    return church.call(() -> access.require(file.id(), operator));
  }

  /** Applies what was read, all parts of it. */
  protected ImportFile applies(ImportFile file) {
    church.run(
        () -> {
          requestApply.request(file.id(), operator);
          while (apply.next(file.id(), new Progress())) {}
        });
    return now(file);
  }

  protected ImportFile undoes(ImportFile file) {
    church.run(
        () -> {
          requestUndo.request(file.id(), operator);
          undo.undo(file.id(), new Progress());
        });
    return now(file);
  }

  /** Decides about likely duplicates and has the file read with that. */
  protected ImportFile decides(ImportFile file, Map<ImportContext.RowKey, RowChoice> choices) {
    church.run(
        () -> {
          again.decide(file.id(), choices, operator);
          read.read(file.id(), new Progress());
        });
    return now(file);
  }

  protected List<PreviewRow> rows(ImportFile file, RowAction action) {
    return church.call(() -> preview.rows(file.id(), action, 0, 100, operator));
  }

  protected String rejectsOf(ImportFile file) {
    return new String(rejectsOf(file, FileFormat.Kind.CSV), StandardCharsets.UTF_8).substring(1);
  }

  /** The file of rejects, which has to be of that form. */
  protected byte[] rejectsOf(ImportFile file, FileFormat.Kind expected) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    church.run(
        () ->
            rejects.write(
                file.id(),
                operator,
                kind -> {
                  assertThat(kind).isEqualTo(expected);
                  return out;
                }));
    return out.toByteArray();
  }

  protected static void assertCounts(
      ImportFile file, long fresh, long changed, long same, long duplicates, long rejected) {
    assertThat(file.problem()).as("problem").isNull();
    assertThat(file.counts())
        .isEqualTo(new ImportCounts(fresh, changed, same, duplicates, rejected));
  }

  /** Applies in parts, between the first two rows of which lie more lines than a part has. */
  protected ImportFile appliesInParts(String kind, String header, String first, String... others) {
    String[] lines = new String[3 + others.length];
    lines[0] = header;
    lines[1] = first;
    lines[2] = "\n".repeat(20_000);
    System.arraycopy(others, 0, lines, 3, others.length);
    return applies(reads(new NewImport(kind, kind + ".csv", null, false, false), operator, lines));
  }

  /** The one id that a query gives. */
  protected UUID id(String sql) {
    return church.call(
        () -> church.transactions().execute(open -> jdbc.sql(sql).query(UUID.class).single()));
  }

  /** Everything that an import may write to, row by row. */
  protected Map<String, String> everything() {
    return Map.of(
        "person", all("person"),
        "household", all("household"),
        "contribution", all("contribution"),
        "fund", all("fund"),
        "gathering", all("gathering"),
        "attendance", all("attendance"),
        "ministry_group", all("ministry_group"),
        "group_member", all("group_member"),
        "event", all("event"),
        "guest",
            String.join(
                "\n",
                all("guest"),
                all("guest_stage_change"),
                all("guest_activity"),
                all("guest_follow_up"),
                all("message_consent"),
                all("import_undo")));
  }

  private String all(String table) {
    return church.call(
        () ->
            jdbcAll(
                "SELECT coalesce(string_agg(to_jsonb(t)::text, E'\\n' ORDER BY to_jsonb(t)::text), '') FROM %s t"
                    .formatted(table)));
  }

  private String jdbcAll(String sql) {
    return church.transactions().execute(open -> jdbc.sql(sql).query(String.class).single());
  }
}
