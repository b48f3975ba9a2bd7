package org.verger.guests;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext;
import org.verger.imports.ImportFile;
import org.verger.imports.Lines;
import org.verger.imports.MergedConsents;
import org.verger.imports.MergedTable;
import org.verger.imports.RecordImport;
import org.verger.imports.RowJudge;
import org.verger.imports.UndoRefusedException;
import org.verger.organisation.Area;
import org.verger.processes.Processes;

/** Imports guests. They are followed up only when whoever imports asks for it. */
@Component
class GuestImport implements RecordImport {

  private static final MergedTable GUESTS =
      MergedTable.withId(
          "guest",
          "import_guest",
          Map.of(
              "stage", "'new'",
              "stage_since", "coalesce(s.visited_at, :now)",
              "created_at", "coalesce(s.visited_at, :now)"),
          "first_name",
          "last_name",
          "phone",
          "email",
          "language",
          "campaign",
          "unit_id");

  private static final String NEW_ONES =
      """
      SELECT g.id FROM import_guest s JOIN guest g ON g.id = s.target_id
      WHERE s.import_id = :import AND s.line > :after AND s.line <= :upTo AND s.action = 'new'
      """;

  private static final String HISTORY =
      """
      WITH came AS (SELECT g.id, g.created_at FROM guest g WHERE g.id IN (%s)),
      stage AS (
        INSERT INTO guest_stage_change (guest_id, to_stage, cause, at)
        SELECT id, 'new', 'import', created_at FROM came)
      INSERT INTO guest_activity (guest_id, kind, at) SELECT id, 'import', created_at FROM came
      """
          .formatted(NEW_ONES);

  private final JdbcClient jdbc;
  private final MergedConsents consents;
  private final Schedules schedules;
  private final Processes processes;
  private final GuestIntake intake;

  GuestImport(
      JdbcClient jdbc,
      MergedConsents consents,
      Schedules schedules,
      Processes processes,
      GuestIntake intake) {
    this.jdbc = jdbc;
    this.consents = consents;
    this.schedules = schedules;
    this.processes = processes;
    this.intake = intake;
  }

  @Override
  public String kind() {
    return "guests";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public MergedTable rows() {
    return GUESTS;
  }

  @Override
  public List<String> noted() {
    return List.of("visited_at", "sms_consent", "email_consent");
  }

  @Override
  public RowJudge judge(ImportContext context) {
    return new GuestJudge(context, KnownGuests.load(jdbc), intake.unitFor(null));
  }

  @Override
  public void settle(ImportContext context) {
    consents.settle(context, GUESTS);
  }

  @Override
  public void merged(ImportFile file, Lines lines) {
    of(HISTORY, file, lines).update();
    consents.keep(file, GUESTS, lines);
    if (file.startFollowUps()) {
      followUp(of(NEW_ONES, file, lines).query(UUID.class).list());
    }
  }

  private void followUp(List<UUID> ids) {
    List<GuestId> guests = ids.stream().map(GuestId::new).toList();
    Schedules.Plan plan = schedules.next();
    intake.followUp(guests, plan.schedule(), plan.now());
    for (GuestId guest : guests) {
      processes.publish(
          "guest-registered",
          guest.toString(),
          ProcessVariables.GuestRegistered.of(guest, plan.schedule()));
    }
  }

  private JdbcClient.StatementSpec of(String sql, ImportFile file, Lines lines) {
    return jdbc.sql(sql)
        .param("import", file.id().value())
        .param("after", lines.after())
        .param("upTo", lines.upTo());
  }

  @Override
  public void undone(ImportFile file) {
    long followed =
        jdbc.sql(
                """
                SELECT count(*) FROM guest_follow_up f JOIN guest g ON g.id = f.guest_id WHERE g.import_id = ?
                """)
            .param(file.id().value())
            .query(Long.class)
            .single();
    if (followed > 0) {
      throw new UndoRefusedException(
          "%d guests of this import are followed up, and messages may have gone out. Close their follow-up by hand."
              .formatted(followed));
    }
    consents.takeBack(file);
    remove("DELETE FROM guest_activity WHERE kind = 'import' AND guest_id IN", file);
    remove("DELETE FROM guest_stage_change WHERE cause = 'import' AND guest_id IN", file);
  }

  private void remove(String what, ImportFile file) {
    jdbc.sql(what + " (SELECT id FROM guest WHERE import_id = ?)")
        .param(file.id().value())
        .update();
  }
}
