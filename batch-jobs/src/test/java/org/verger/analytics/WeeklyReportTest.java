package org.verger.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.RunState;
import org.verger.batch.StartRun;
import org.verger.organisation.NewPerson;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.testing.Tree;

class WeeklyReportTest extends BatchTest {

  private static final String DAY = "2026-11-16";
  private static final Map<String, String> MONDAY = Map.of("day", DAY);

  @Autowired StartRun startRun;

  private Tree tree;
  private Records records;

  @BeforeEach
  void twoWeeks() {
    tree = Tree.plant(church, units, people);
    records = new Records(church, tree);
    UUID ann = records.person();
    records.gathering(tree.downtown(), "2026-11-08", 30);
    records.gathering(tree.downtown(), "2026-11-15", 1040, ann);
    records.gathering(tree.south(), "2026-11-15", 7);
    records.gift(tree.groupA(), "2026-11-08", ann, 110_000, "cash");
    records.gift(tree.groupA(), "2026-11-09", ann, 123_450, "cash");
    church.update("UPDATE contribution SET currency = 'EUR' WHERE given_on = '2026-11-08'");
    records.guest(tree.downtown(), "2026-11-10T18:00:00Z", 3, "contacted");
    records.guest(tree.downtown(), "2026-11-11T18:00:00Z", 40, "contacted");
    records.guest(tree.downtown(), "2026-11-11T19:00:00Z", null);
    records.step(tree.downtown(), "2026-11-03T18:00:00Z", null);
    records.step(tree.groupA(), "2026-11-12T18:00:00Z", null);
    records.message(tree.groupA(), "2026-11-13T18:00:00Z", "email", 1, "failed");
    moveToHour(10);
  }

  @Test
  void everybodyGetsTheFiguresOfTheUnitsWhereTheyMayReadThem() {
    reader("campus-leader", tree.downtown(), "en");
    reader("national-administrator", tree.nation(), "es");
    reader("group-leader", tree.groupA(), "en");
    reader("member", tree.nation(), "en");
    night(RunState.COMPLETED);
    BatchRun run = awaitState(ask(DAY, MONDAY), RunState.COMPLETED);
    assertThat(List.of(run.total(), run.written())).containsExactly(2L, 2L);
    assertThat(bodies()).hasSize(2);
    assertThat(body("campus-leader"))
        .contains(
            """
            Hello Ruth,

            Week from Nov 9, 2026 to Nov 15, 2026

            Downtown
              Counted in the room: 1,040 (the week before: 30)
              Known to be there: 1 (the week before: 0)
              New guests: 3 (the week before: 0)
              Contacted within 24 hours: 33% (the week before: –)
              Contacted within 48 hours: 67% (the week before: –)
              Requests waiting at the end: 2 (the week before: 1)
              Messages failed: 1 (the week before: 0)
              Giving: 0.00 EUR (the week before: 1,100.00 EUR)
              Giving: 1,234.50 USD (the week before: 0.00 USD)

            You get this\
            """);
    assertThat(body("national-administrator"))
        .contains("Hola Ruth:", "Nation", "Contados en la sala: 1.047 (la semana anterior: 30)")
        .as("no say over money")
        .doesNotContain("Ofrendas", "USD");
  }

  @Test
  void nobodyGetsAWeekTwiceHoweverOftenItIsAskedFor() {
    PersonId operator = reader("operator", tree.nation(), "en");
    reader("campus-leader", tree.downtown(), "en");
    night(RunState.COMPLETED);
    awaitState(ask(DAY, MONDAY), RunState.COMPLETED);
    assertThat(bodies()).hasSize(2);
    // As a process leaves it that was killed after the channel had taken the mail.
    church.update("UPDATE weekly_report SET settled_at = NULL");
    reader("regional-director", tree.north(), "en");
    BatchRun again =
        awaitState(
            church.call(
                () -> startRun.start(operator, "weekly-report", null, Map.of("day", "2026-11-20"))),
            RunState.COMPLETED);
    assertThat(again.total()).as("a reader who came later gets it now").isEqualTo(3);
    assertThat(bodies()).hasSize(3);
    assertThat(church.call(() -> runs.log(again.id(), 50)))
        .noneMatch(line -> line.line().contains("Ruth") || line.line().contains("@"));
    awaitState(ask("2026-11-23", Map.of("day", "2026-11-23")), RunState.COMPLETED);
    assertThat(bodies()).as("another week is another report").hasSize(6);
  }

  @Test
  void aWeekWithDaysThatAreNotCountedSaysWhich() {
    reader("finance-director", tree.nation(), "en");
    reader("national-administrator", tree.nation(), "en");
    church.update("UPDATE contribution SET fund_id = NULL WHERE given_on = '2026-11-09'");
    night(RunState.HELD);
    records.gathering(tree.south(), "2026-11-12", 5);
    records.gathering(tree.south(), "2026-11-13", 5);
    records.gathering(tree.uptown(), "2026-11-15", 5);
    awaitState(ask(DAY, MONDAY), RunState.COMPLETED);
    assertThat(body("finance-director"))
        .containsOnlyOnce("Not complete")
        .contains(
            "counted yet: attendance Nov 12, 2026 – Nov 13, 2026, Nov 15, 2026; giving Nov 2, 2026")
        .contains("Giving: – (the week before: –)");
    assertThat(body("national-administrator")).contains("Not complete").doesNotContain("giving");
  }

  @Test
  void whatCannotGoOutAtNightGoesOutInTheMorning() {
    reader("campus-leader", tree.downtown(), "en");
    reader("regional-director", tree.north(), "en");
    church.update("UPDATE person SET email = NULL WHERE email LIKE 'regional%'");
    night(RunState.COMPLETED);
    moveToHour(23);
    BatchRun run = awaitState(ask(DAY, MONDAY), RunState.COMPLETED);
    assertThat(bodies()).isEmpty();
    assertThat(run.skipped()).as("one has to wait, one has no address").isEqualTo(2);
    UUID rest =
        church.call(
            () ->
                numbers
                    .transactions()
                    .execute(
                        open ->
                            jdbc.sql(
                                    "SELECT id FROM shared.batch_run WHERE job = 'weekly-report'"
                                        + " AND key <> ?")
                                .param(DAY)
                                .query(UUID.class)
                                .single()));
    BatchRun other = awaitState(ask("2026-11-09", Map.of("day", "2026-11-09")), RunState.COMPLETED);
    assertThat(run(rest).state()).as("it waits for the morning").isEqualTo(RunState.QUEUED);
    assertThat(other.total()).isEqualTo(2);
    moveToHour(9);
    awaitState(rest, RunState.COMPLETED);
    assertThat(body("campus-leader")).contains("Week from Nov 9, 2026");
  }

  @Test
  void theWeekIsTheLastWholeOneBeforeTheDay() {
    assertThat(SendWeeklyReports.weekBefore(LocalDate.of(2026, 11, 16))).isEqualTo("2026-11-09");
    assertThat(SendWeeklyReports.weekBefore(LocalDate.of(2026, 11, 22))).isEqualTo("2026-11-09");
  }

  private void night(RunState ends) {
    awaitState(
        church.call(() -> queue.request("nightly", "2026-11-21", Map.of("day", "2026-11-21"))),
        ends);
  }

  private UUID ask(String key, Map<String, String> parameters) {
    return church.call(() -> queue.request("weekly-report", key, parameters));
  }

  private PersonId reader(String role, Unit unit, String language) {
    return church.call(
        () -> {
          PersonId person =
              people.create(new NewPerson("Ruth", role, role + "@x.example", null, language));
          people.assign(person, new Role(role), unit.id());
          return person;
        });
  }

  private String body(String role) {
    return sent("address = '" + role + "@x.example'").getFirst();
  }

  private List<String> bodies() {
    return sent("true");
  }

  private List<String> sent(String which) {
    return church.call(
        () ->
            numbers
                .transactions()
                .execute(
                    open ->
                        jdbc.sql(
                                "SELECT body FROM sandbox_message WHERE key LIKE '%weekly-report%'"
                                    + " AND "
                                    + which)
                            .query(String.class)
                            .list()));
  }
}
