package org.verger.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.verger.batch.BatchTest;
import org.verger.batch.RunState;
import org.verger.organisation.PersonId;

class NightlyJobTest extends BatchTest {

  private static final String GIFTS =
      "SELECT coalesce(sum(gifts), 0) FROM figure_giving WHERE grain = 'month' AND split = 'all'";

  @Test
  void whatACheckHoldsBackHoldsTheRunAndNotTheOtherFigures() {
    PersonId operator = operator();
    church.update(
        """
        INSERT INTO gathering (id, unit_id, name, held_on, headcount, created_at)
        SELECT gen_random_uuid(), id, 'Service', '2026-11-01', 40, now()
        FROM unit WHERE parent_id IS NULL
        """);
    gift("NULL");
    UUID night = ask("nightly", Map.of("day", "2026-11-21"));
    assertThat(awaitState(night, RunState.HELD).message()).containsIgnoringCase("fund");
    assertThat(church.count("SELECT count(*) FROM figure_attendance")).isPositive();
    assertThat(church.count(GIFTS)).isZero();
    church.update("UPDATE contribution SET fund_id = (SELECT id FROM fund)");
    church.run(() -> control.restart(operator, night));
    awaitState(night, RunState.COMPLETED);
    assertThat(church.count(GIFTS)).isPositive();
  }

  @Test
  void aHeldNightCompletesAfterABackFillHasMadeTheFiguresOfItsDays() {
    PersonId operator = operator();
    gift("NULL");
    UUID night = ask("nightly", Map.of("day", "2026-11-21"));
    awaitState(night, RunState.HELD);
    church.update("UPDATE contribution SET fund_id = (SELECT id FROM fund)");
    awaitState(
        ask(
            RequestBackFill.JOB,
            Map.of("from", "2026-11-01", "to", "2026-11-01", "subjects", "giving")),
        RunState.COMPLETED);
    church.run(() -> control.restart(operator, night));
    awaitState(night, RunState.COMPLETED);
  }

  @Test
  void aBackFillGivesTheFiguresOfARangeAgain() {
    operator();
    gift("(SELECT id FROM fund)");
    awaitState(ask("nightly", Map.of("day", "2026-11-21")), RunState.COMPLETED);
    long before = church.count(GIFTS);
    church.update("UPDATE figure_giving SET gifts = gifts + 7");
    awaitState(
        ask(
            RequestBackFill.JOB,
            Map.of("from", "2026-11-01", "to", "2026-11-30", "subjects", "giving")),
        RunState.COMPLETED);
    assertThat(church.count(GIFTS)).isEqualTo(before).isPositive();
  }

  private UUID ask(String job, Map<String, String> parameters) {
    return church.call(() -> queue.request(job, "2026-11-21", parameters));
  }

  private void gift(String fund) {
    church.update(
        """
        INSERT INTO contribution (unit_id, fund_id, amount, currency, given_on, method, created_at)
        SELECT id, %s, 5000, 'USD', '2026-11-01', 'cash', now() FROM unit WHERE parent_id IS NULL
        """
            .formatted(fund));
  }
}
