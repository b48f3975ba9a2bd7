package org.verger.batch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.batch.BatchJobs;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.ChurchJob;
import org.verger.batch.RunState;
import org.verger.batch.Runs;
import org.verger.batch.TestJobs;
import org.verger.organisation.NewPerson;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.tenants.TenantId;
import org.verger.testing.Church;
import org.verger.testing.OtherNode;
import org.verger.testing.TestDatabase;

/**
 * A process that works on a run of each job in each of its steps, each for a church of its own, and
 * is killed there. What it was doing comes out as for a church whose runs nobody killed.
 */
class KilledProcessTest extends BatchTest {

  // Killed in the whole application, by the test of imports that crash.
  private static final List<String> ELSEWHERE =
      List.of("import-read", "import-apply", "import-undo");

  private static final Map<String, Map<String, String>> PARAMETERS =
      Map.of(
          "nightly",
          Map.of("day", "2026-11-20"),
          "roll-up-backfill",
          Map.of("from", "2025-11-01", "to", "2026-11-19"),
          "lifecycle-sweep",
          Map.of("day", "2026-11-20"),
          "statements",
          Map.of("year", "2025"),
          "weekly-report",
          Map.of("day", "2026-11-16"));

  @Autowired TestDatabase database;
  @Autowired BatchRunner thisNode;
  @Autowired BatchJobs jobs;
  @TempDir Path folder;

  /** A run that hangs in a step. */
  private record Victim(Hang hang, Church church, @Nullable UUID run) {

    UUID begun() {
      return Objects.requireNonNull(run);
    }

    String place() {
      return church.id() + " " + hang.step();
    }
  }

  @Test
  void aRunWhoseProcessWasKilledInAnyStepEndsAsIfItHadNotBeen() throws Exception {
    assertThat(Hang.all().stream().map(hang -> hang.job() + "/" + hang.step()))
        .as("a new step says in Hang how it is made to hang")
        .containsExactlyInAnyOrderElementsOf(steps());
    moveToHour(10);
    records(church).enter();
    for (String job :
        List.of("nightly", "retention", "lifecycle-sweep", "statements", "weekly-report")) {
      awaitState(ask(church, job), RunState.COMPLETED);
    }
    List<Victim> victims = new ArrayList<>();
    for (Hang hang : Hang.all()) {
      victims.add(prepared(hang));
    }
    thisNode.stop();
    try (Connection grips = DriverManager.getConnection(database.superuserUrl())) {
      grips.setAutoCommit(false);
      take(grips, victims);
      victims = victims.stream().map(this::begun).toList();
      killWhereTheyHang(victims, grips);
      grips.rollback();
    } finally {
      thisNode.start();
    }
    for (Victim victim : victims) {
      assertEndsWell(victim);
    }
  }

  private List<String> steps() {
    return jobs.all().stream()
        .filter(job -> !ELSEWHERE.contains(job.name()))
        .flatMap(job -> job.steps().stream().map(step -> job.name() + "/" + step.name()))
        .toList();
  }

  // Each in a church of its own, with the same records in all of them.
  private Victim prepared(Hang hang) throws IOException, SQLException {
    Church its = newChurch();
    records(its).enter();
    UUID held = null;
    if (hang.wasHeld()) {
      its.update("UPDATE contribution SET fund_id = NULL WHERE amount = 300");
      held = ask(its, hang.job());
      awaitState(its, held, RunState.HELD);
      its.update("UPDATE contribution SET fund_id = md5('f')::uuid WHERE amount = 300");
    }
    return new Victim(hang, its, held);
  }

  private Victim begun(Victim victim) {
    UUID run = victim.run();
    if (run == null) {
      return new Victim(victim.hang(), victim.church(), ask(victim.church(), victim.hang().job()));
    }
    PersonId operator = operator(victim.church());
    victim.church().run(() -> control.restart(operator, run));
    return victim;
  }

  private void killWhereTheyHang(List<Victim> victims, Connection grips) throws Exception {
    Path log = folder.resolve("node.log");
    Process node =
        OtherNode.start(
            database,
            log,
            "--test.offset=" + clock.offset(),
            "--test.connections=" + 3 * victims.size(),
            "--verger.batch.beat=PT0.1S",
            "--verger.batch.nightly-threads=" + victims.size(),
            "--verger.batch.bulk-threads=" + victims.size());
    try {
      await()
          .atMost(Duration.ofSeconds(90))
          .failFast(
              () -> {
                if (!node.isAlive()) {
                  throw new AssertionError(Files.readString(log));
                }
              })
          .untilAsserted(() -> assertThat(hanging(grips)).isEqualTo(places(victims)));
      Timestamp hung = jdbc.sql("SELECT now()").query(Timestamp.class).single();
      await().until(() -> victims.stream().allMatch(victim -> wroteSince(victim, hung)));
    } finally {
      node.destroyForcibly().waitFor();
    }
  }

  private static Set<String> places(List<Victim> victims) {
    return victims.stream().map(Victim::place).collect(Collectors.toSet());
  }

  // The runs of which a transaction waits for what this test holds, with the steps they are in.
  private Set<String> hanging(Connection grips) throws SQLException {
    int holder = grips.unwrap(PGConnection.class).getBackendPID();
    long waiting =
        jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid))")
            .param(holder)
            .query(Long.class)
            .single();
    Set<String> steps =
        jdbc
            .sql(
                """
                SELECT tenant_id || ' ' || coalesce(step, '') FROM shared.batch_run
                WHERE state = 'running' AND attempts = 1
                """)
            .query(String.class)
            .list()
            .stream()
            .collect(Collectors.toSet());
    return waiting == steps.size() ? steps : Set.of();
  }

  private boolean wroteSince(Victim victim, Timestamp then) {
    return jdbc.sql("SELECT heartbeat > ? FROM shared.batch_run WHERE id = ?")
        .params(then, victim.begun())
        .query(Boolean.class)
        .single();
  }

  private static void take(Connection grips, List<Victim> victims) throws SQLException {
    try (Statement statement = grips.createStatement()) {
      for (Victim victim : victims) {
        TenantId church = victim.church().id();
        statement.execute(
            victim
                .hang()
                .grip()
                .replace("{church}", church.schema())
                .replace("{id}", church.value()));
      }
    }
  }

  private void assertEndsWell(Victim victim) {
    Hang hang = victim.hang();
    Church its = victim.church();
    BatchRun done = awaitState(its, victim.begun(), RunState.COMPLETED);
    assertThat(done.attempts()).as(victim.place()).isEqualTo(2);
    assertThat(stepsBegun(victim))
        .as("what had ended well is left out")
        .isEqualTo(beginnings(hang));
    switch (hang.job()) {
      case "counting" -> assertNumbers(its, done, 2 * TestJobs.NUMBERS);
      case "bulk-counting" -> assertNumbers(its, done, TestJobs.NUMBERS);
      default ->
          assertThat(records(its).madeBy(hang.job()))
              .as(victim.place())
              .isEqualTo(records(church).madeBy(hang.job()));
    }
  }

  private static void assertNumbers(Church its, BatchRun done, int numbers) {
    assertThat(its.count("SELECT count(*) FROM message_stop")).isEqualTo(numbers);
    assertThat(done.written()).isEqualTo(numbers);
  }

  private Map<String, Long> stepsBegun(Victim victim) {
    return victim.church().call(() -> runs.log(victim.begun(), 100)).stream()
        .map(Runs.LogLine::line)
        .filter(line -> line.startsWith("Step "))
        .collect(Collectors.groupingBy(line -> line.substring(5), Collectors.counting()));
  }

  private Map<String, Long> beginnings(Hang hang) {
    return jobs.require(hang.job()).steps().stream()
        .collect(
            Collectors.toMap(
                ChurchJob.Step::name,
                step -> !step.name().equals(hang.step()) ? 1L : hang.wasHeld() ? 3L : 2L));
  }

  private SameRecords records(Church of) {
    return new SameRecords(of, database);
  }

  private UUID ask(Church of, String job) {
    return of.call(() -> queue.request(job, "2026-11-20", PARAMETERS.getOrDefault(job, Map.of())));
  }

  private PersonId operator(Church of) {
    return of.call(
        () -> {
          PersonId person = people.create(new NewPerson("Ruth", "Lee", null, null, "en"));
          people.assign(person, Role.OPERATOR, units.root().orElseThrow().id());
          return person;
        });
  }
}
