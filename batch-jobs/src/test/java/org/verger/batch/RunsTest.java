package org.verger.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.organisation.NewPerson;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.testing.Church;

class RunsTest extends BatchTest {

  @Autowired JobRepository repository;

  @Test
  void aRunDoesAllStepsAndSaysHowFarItHasCome() {
    BatchRun done = awaitState(ask(church, "counting", "2026-11-21"), RunState.COMPLETED);
    assertThat(done.total()).isEqualTo(12);
    assertThat(done.written()).isEqualTo(12);
    assertThat(done.percent()).isEqualTo(100);
    assertThat(done.attempts()).isEqualTo(1);
    assertThat(church.call(() -> runs.log(done.id(), 10)))
        .extracting(Runs.LogLine::line)
        .containsExactly("Step one", "Step two");
  }

  @Test
  void whoeverAsksAgainForTheSameNightGetsTheSameRun() {
    UUID first = ask(church, "counting", "2026-11-21");
    awaitState(first, RunState.COMPLETED);
    assertThat(ask(church, "counting", "2026-11-21")).isEqualTo(first);
    assertThat(run(first).attempts()).isEqualTo(1);
    assertThat(ask(church, "counting", "2026-11-22")).isNotEqualTo(first);
  }

  @Test
  void aFailedRunSaysWhyWithoutPersonalDataAndGoesOnFromTheStepThatFailed() {
    PersonId operator = operator();
    TestJobs.Trouble.failAt(church.id() + "/two-4");
    UUID id = ask(church, "counting", "2026-11-21");
    BatchRun failed = awaitState(id, RunState.FAILED);
    assertThat(failed.message()).startsWith("IllegalStateException at TestJobs");
    assertThat(counted("two")).isEqualTo(3);
    TestJobs.Trouble.none();
    church.run(() -> control.restart(operator, id));
    BatchRun done = awaitState(id, RunState.COMPLETED);
    assertThat(done.written()).isEqualTo(12);
    assertThat(counted("one") + counted("two")).isEqualTo(12);
    assertThat(church.call(() -> runs.log(id, 20)))
        .extracting(Runs.LogLine::line)
        .filteredOn(line -> line.equals("Step one"))
        .as("steps that had ended well are left out")
        .hasSize(1);
    assertThat(executions()).containsExactly("FAILED", "COMPLETED");
  }

  @Test
  void aRunThatIsHeldSaysWhyAndGoesOnWhenThatIsPutRight() {
    PersonId operator = operator();
    TestJobs.Trouble.holdAt(church.id() + "/two-1");
    UUID id = ask(church, "counting", "2026-11-21");
    assertThat(awaitState(id, RunState.HELD).message()).isEqualTo("3 gifts have no fund");
    TestJobs.Trouble.none();
    church.run(() -> control.restart(operator, id));
    awaitState(id, RunState.COMPLETED);
  }

  @ParameterizedTest
  @CsvSource({"counting,two,12", "bulk-counting,bulk,6"})
  void aRunStopsWhenAskedAndGoesOnWhenRestarted(String job, String step, long written)
      throws InterruptedException {
    PersonId operator = operator();
    TestJobs.Trouble.waitAt(church.id() + "/" + step + "-3");
    UUID id = ask(church, job, "2026-11-21");
    TestJobs.Trouble.awaitWaiting();
    church.run(() -> control.stop(operator, id));
    await().until(() -> run(id).state() == RunState.STOPPING);
    assertThatThrownBy(() -> church.run(() -> control.restart(operator, id)))
        .isInstanceOf(RunNotChangedException.class)
        .hasMessage("A run that is stopping cannot be asked to restart");
    // The beat has to have heard of it before the work looks.
    Timestamp asked = jdbc.sql("SELECT now()").query(Timestamp.class).single();
    await().until(() -> heardSince(id, asked));
    TestJobs.Trouble.letGo();
    awaitState(id, RunState.STOPPED);
    assertThat(counted(step)).isLessThan(TestJobs.NUMBERS);
    church.run(() -> control.restart(operator, id));
    assertThat(awaitState(id, RunState.COMPLETED).written()).isEqualTo(written);
  }

  @Test
  void aRunThatWasGivenUpStaysSoAndItsKeyIsNotFreeAgain() {
    PersonId operator = operator();
    TestJobs.Trouble.failAt(church.id() + "/one-1");
    UUID id = ask(church, "counting", "2026-11-21");
    awaitState(id, RunState.FAILED);
    church.run(() -> control.abandon(operator, id));
    assertThatThrownBy(() -> church.run(() -> control.restart(operator, id)))
        .isInstanceOf(RunNotChangedException.class);
    assertThat(ask(church, "counting", "2026-11-21")).isEqualTo(id);
    assertThat(run(id).state()).isEqualTo(RunState.ABANDONED);
  }

  @Test
  void runsOfManyChurchesThatBeginAtOneMomentAllComplete() {
    List<Church> churches = List.of(church, newChurch(), newChurch(), newChurch());
    Map<UUID, Church> asked = new HashMap<>();
    for (int night = 1; night <= 5; night++) {
      for (Church one : churches) {
        asked.put(ask(one, "counting", "2026-11-0" + night), one);
        asked.put(ask(one, "bulk-counting", "2026-11-0" + night), one);
      }
    }
    asked.forEach((id, one) -> awaitState(one, id, RunState.COMPLETED));
  }

  @Test
  void theNightOfAnotherChurchAndItsImportAreNotDelayedByABigImport() throws InterruptedException {
    Church other = newChurch();
    TestJobs.Trouble.waitAt(church.id() + "/bulk-3");
    UUID big = ask(church, "bulk-counting", "a");
    UUID second = ask(church, "bulk-counting", "b");
    UUID third = ask(church, "bulk-counting", "c");
    TestJobs.Trouble.awaitWaiting();
    awaitState(other, ask(other, "counting", "2026-11-21"), RunState.COMPLETED);
    awaitState(other, ask(other, "bulk-counting", "a"), RunState.COMPLETED);
    assertThat(run(big).state()).isEqualTo(RunState.RUNNING);
    assertThat(List.of(run(second).state(), run(third).state()))
        .as("the church's other imports wait")
        .containsOnly(RunState.QUEUED);
    TestJobs.Trouble.letGo();
    awaitState(big, RunState.COMPLETED);
    awaitState(second, RunState.COMPLETED);
    awaitState(third, RunState.COMPLETED);
  }

  @Test
  void aJobThatDoesNotExistFails() {
    assertThat(awaitState(ask(church, "no-such-job", "x"), RunState.FAILED).message())
        .isEqualTo("There is no job called no-such-job");
  }

  @Test
  void nothingRunsForAChurchThatIsNotServed() {
    jdbc.sql("UPDATE shared.tenant SET status = 'suspended' WHERE id = ?")
        .param(church.id().value())
        .update();
    UUID id = ask(church, "counting", "2026-11-21");
    Church other = newChurch();
    awaitState(other, ask(other, "counting", "2026-11-21"), RunState.COMPLETED);
    assertThat(run(id).state()).isEqualTo(RunState.QUEUED);
    jdbc.sql("UPDATE shared.tenant SET status = 'active' WHERE id = ?")
        .param(church.id().value())
        .update();
    awaitState(id, RunState.COMPLETED);
  }

  @Test
  void aRunWhoseProcessIsGoneIsTakenUpAgainAndNotForEver() {
    UUID id = left("queued-again", 1);
    awaitState(id, RunState.COMPLETED);
    UUID crashing = left("crash-loop", 3);
    assertThat(awaitState(crashing, RunState.FAILED).message())
        .isEqualTo("Its process died 3 times while it ran");
  }

  @Test
  void aRunWhoseProcessDiedBeforeItsFirstExecutionWasKeptIsTakenUp() {
    repository.createJobInstance(
        "counting",
        new JobParametersBuilder()
            .addString("church", church.id().value())
            .addString("key", "2026-11-21")
            .toJobParameters());
    awaitState(ask(church, "counting", "2026-11-21"), RunState.COMPLETED);
  }

  @Test
  void onlyWhoLooksAfterTheWholeChurchsSystemMayDoSomethingWithRuns() {
    PersonId operator = operator();
    PersonId leader =
        church.call(() -> people.create(new NewPerson("Ada", "Member", null, null, "en")));
    UUID id = ask(church, "counting", "2026-11-21");
    awaitState(id, RunState.COMPLETED);
    assertThatThrownBy(() -> church.run(() -> control.abandon(leader, id)))
        .isInstanceOf(NotAllowedException.class);
    Church other = newChurch();
    assertThatThrownBy(() -> other.call(() -> runs.require(id)))
        .isInstanceOf(UnknownRunException.class);
    assertThatThrownBy(() -> church.run(() -> control.abandon(operator, id)))
        .isInstanceOf(RunNotChangedException.class);
  }

  @Test
  void aChurchsRoleCanNeitherSayHowARunWentNorSeeAnothersRuns() {
    UUID id = ask(church, "counting", "2026-11-21");
    awaitState(id, RunState.COMPLETED);
    Church other = newChurch();
    assertThat(other.count("SELECT count(*) FROM shared.batch_run")).isZero();
    assertThat(other.count("SELECT count(*) FROM shared.batch_run_log")).isZero();
    assertThat(church.count("SELECT count(*) FROM shared.batch_run_log")).isPositive();
    assertThatThrownBy(() -> church.update("UPDATE shared.batch_run SET state = 'queued'"))
        .rootCause()
        .hasMessageContaining("permission denied");
    for (String values : List.of("'%s', 'completed'".formatted(church.id()), "'x', 'queued'")) {
      assertThatThrownBy(
              () ->
                  church.update(
                      """
                      INSERT INTO shared.batch_run (tenant_id, state, id, job, key, lane, requested_at)
                      VALUES (%s, gen_random_uuid(), 'counting', 'k', 'bulk', now())
                      """
                          .formatted(values)))
          .rootCause()
          .hasMessageContaining("row-level security");
    }
  }

  // As a process leaves it that was killed a minute ago.
  private UUID left(String key, int attempts) {
    UUID run = ask(church, "counting", key);
    awaitState(run, RunState.COMPLETED);
    jdbc.sql(
            """
            UPDATE shared.batch_run SET state = 'running', node = 'gone', attempts = ?,
              heartbeat = now() - interval '1 minute'
            WHERE id = ?
            """)
        .params(attempts, run)
        .update();
    return run;
  }

  private boolean heardSince(UUID id, Timestamp asked) {
    return jdbc.sql("SELECT heartbeat > ? FROM shared.batch_run WHERE id = ?")
        .params(asked, id)
        .query(Boolean.class)
        .single();
  }

  private int counted(String step) {
    return church.call(() -> numbers.count(step));
  }

  private List<String> executions() {
    return jdbc.sql(
            """
            SELECT e.status FROM batch.batch_job_execution e
            JOIN batch.batch_job_execution_params p
              ON p.job_execution_id = e.job_execution_id AND p.parameter_value = ?
            ORDER BY e.job_execution_id
            """)
        .param(church.id().value())
        .query(String.class)
        .list();
  }
}
