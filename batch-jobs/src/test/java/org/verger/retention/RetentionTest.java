package org.verger.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.RunState;
import org.verger.organisation.PersonId;

class RetentionTest extends BatchTest {

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
    assertThat(run.written()).isEqualTo(1 + 1200 + 2);
    assertThat(church.count("SELECT count(*) FROM idempotent_answer WHERE key = 'key-6'")).isOne();
    assertThat(church.count("SELECT count(*) FROM idempotent_answer")).isOne();
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isOne();
    assertThat(church.call(() -> runs.log(before.id(), 10))).isEmpty();
    assertThat(church.call(() -> runs.log(run.id(), 10))).isNotEmpty();
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
