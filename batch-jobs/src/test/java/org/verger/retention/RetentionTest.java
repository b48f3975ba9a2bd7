package org.verger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.RunState;
import org.verger.batch.Runs;
import org.verger.batch.TestJobs;
import org.verger.organisation.PersonId;
import org.verger.testing.Church;

class RetentionTest extends BatchTest {

  @Autowired List<Expiring> expiring;

  @Test
  void whatHasPassedItsTimeIsForgottenAndNothingElse() {
    BatchRun before = awaitState(ask(church, "counting", "2026-01-01"), RunState.COMPLETED);
    advance(Duration.ofDays(91));
    PersonId person = operator();
    for (int days : new int[] {8, 6}) {
      church.update(
          "INSERT INTO idempotent_answer (person_id, key, fingerprint, at) VALUES (?, ?, 'f', ?)",
          person.value(),
          "key-" + days,
          ago(days));
    }
    // More than are forgotten at once.
    church.update(
        """
        INSERT INTO sandbox_message (key, channel, address, body, at)
        SELECT 'old-' || n, 'sms', '+13125550100', 'Hello', ? FROM generate_series(1, 1200) n
        """,
        ago(91));
    church.update(
        """
        INSERT INTO sandbox_message (key, channel, address, body, at)
        VALUES ('new', 'sms', '+13125550100', 'Hello', ?)
        """,
        ago(89));
    BatchRun run = awaitState(ask(church, "retention", "2026-11-21"), RunState.COMPLETED);
    assertThat(run.written()).isEqualTo(1 + 1200 + 2 + 1);
    assertThat(church.count("SELECT count(*) FROM idempotent_answer WHERE key = 'key-6'")).isOne();
    assertThat(church.count("SELECT count(*) FROM idempotent_answer")).isOne();
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isOne();
    assertThat(church.call(() -> runs.log(before.id(), 10))).isEmpty();
    assertThat(church.call(() -> runs.log(run.id(), 10))).isNotEmpty();
  }

  @Test
  void whatSpringBatchKeepsGoesWithRunsThatAreOverForGoodAndNeverWithOneThatCanBeRestarted() {
    PersonId operator = operator();
    Church other = newChurch();
    UUID twice = failed("2026-01-01", "two-1");
    TestJobs.Trouble.none();
    church.run(() -> control.restart(operator, twice));
    awaitState(twice, RunState.COMPLETED);
    UUID givenUp = failed("2026-01-02", "two-7");
    church.run(() -> control.abandon(operator, givenUp));
    UUID restartable = failed("2026-01-03", "two-7");
    TestJobs.Trouble.none();
    awaitState(other, ask(other, "counting", "2026-01-01"), RunState.COMPLETED);
    assertThat(statuses(church))
        .containsExactlyInAnyOrder("FAILED", "COMPLETED", "FAILED", "FAILED");
    advance(Duration.ofDays(91));
    UUID recent = ask(church, "counting", "2026-04-01");
    awaitState(recent, RunState.COMPLETED);

    awaitState(ask(church, "retention", "2026-04-02"), RunState.COMPLETED);
    assertThat(statuses(church))
        .as("of the one that can be restarted, the recent one and the retention's own")
        .containsExactlyInAnyOrder("FAILED", "COMPLETED", "COMPLETED");
    assertThat(statuses(other)).containsExactly("COMPLETED");
    assertThat(orphans()).isZero();
    assertThat(List.of(run(twice).state(), run(givenUp).state()))
        .as("that they ran stays known")
        .containsExactly(RunState.COMPLETED, RunState.ABANDONED);
    assertThat(ask(church, "counting", "2026-01-01")).isEqualTo(twice);

    church.run(() -> control.restart(operator, restartable));
    awaitState(restartable, RunState.COMPLETED);
    assertThat(church.call(() -> runs.log(restartable, 20)))
        .extracting(Runs.LogLine::line)
        .as("it goes on from the step that failed")
        .doesNotContain("Step one");
  }

  @Test
  void whatSpringBatchKeepsGoesInPortions() {
    for (int night = 1; night <= 3; night++) {
      awaitState(ask(church, "counting", "2026-01-0" + night), RunState.COMPLETED);
    }
    Instant later = clock.instant().plus(Duration.ofDays(1));
    assertThat(church.call(() -> executions().forget(later, 2))).isEqualTo(2);
    assertThat(statuses(church)).hasSize(1);
    assertThat(church.call(() -> executions().forget(later, 2))).isEqualTo(1);
    assertThat(church.call(() -> executions().forget(later, 2))).isZero();
    assertThat(statuses(church)).isEmpty();
  }

  private Expiring executions() {
    return expiring.stream()
        .filter(one -> one.name().equals("batch-executions"))
        .findFirst()
        .orElseThrow();
  }

  private UUID failed(String key, String place) {
    TestJobs.Trouble.failAt(church.id() + "/" + place);
    UUID id = ask(church, "counting", key);
    awaitState(id, RunState.FAILED);
    return id;
  }

  private List<String> statuses(Church of) {
    return jdbc.sql(
            """
            SELECT e.status FROM batch.batch_job_execution e
            JOIN batch.batch_job_execution_params p USING (job_execution_id)
            WHERE p.parameter_value = ?
            """)
        .param(of.id().value())
        .query(String.class)
        .list();
  }

  private long orphans() {
    return jdbc.sql(
            """
            SELECT count(*) FROM batch.batch_job_instance i
            WHERE i.job_name = 'counting' AND NOT EXISTS (SELECT FROM batch.batch_job_execution e
                              WHERE e.job_instance_id = i.job_instance_id)
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void aLinkIsForgottenAMonthAfterItExpired() {
    PersonId person = operator();
    church.update(
        """
        WITH asked AS (
          INSERT INTO request (id, kind, area, title, unit_id, requester_id, status, submitted_at)
          SELECT gen_random_uuid(), 'expense', 'money', 'Chairs', id, ?, 'submitted', now()
          FROM unit WHERE parent_id IS NULL RETURNING id),
        step AS (
          INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state)
          SELECT gen_random_uuid(), id, 1, 1, 1, 'admin', 1, 'open' FROM asked RETURNING id)
        INSERT INTO task_link (hash, step_id, turn, person_id, expires_at)
        SELECT decode(lpad(d::text, 4, '0'), 'hex'), step.id, 1, ?, ?::timestamptz - d * interval '1 day'
        FROM step, unnest(ARRAY[29, 31]) d
        """,
        person.value(),
        person.value(),
        ago(0));
    awaitState(ask(church, "retention", "2026-11-21"), RunState.COMPLETED);
    assertThat(church.count("SELECT count(*) FROM task_link")).isOne();
  }

  private Timestamp ago(int days) {
    return Timestamp.from(clock.instant().minus(Duration.ofDays(days)));
  }
}
