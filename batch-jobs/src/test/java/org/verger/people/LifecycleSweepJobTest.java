package org.verger.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.batch.BatchJobs;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.Rhythm;
import org.verger.batch.RunState;
import org.verger.testing.Tree;

class LifecycleSweepJobTest extends BatchTest {

  @Autowired BatchJobs jobs;

  @Test
  void eachMorningWritesDownWhoIsInactiveAndNamesNobodyInItsLog() {
    assertThat(jobs.require("lifecycle-sweep").rhythm())
        .isEqualTo(Rhythm.daily(LocalTime.of(5, 0)));
    Tree.plant(church, units, people);
    church.update(
        """
        INSERT INTO person (id, given_name, family_name, language, joined_on, created_at)
        SELECT gen_random_uuid(), 'Ruth', 'No ' || n, 'en', '2026-01-05', now()
        FROM generate_series(1, 3) n
        """);
    BatchRun first = sweep("2026-04-05");
    assertThat(first.written()).isEqualTo(3);
    assertThat(church.call(() -> runs.log(first.id(), 50)))
        .anyMatch(line -> line.line().startsWith("Newly inactive: 3"))
        .noneMatch(line -> line.line().contains("Ruth"));
    assertThat(sweep("2026-04-06").written()).isZero();
    assertThat(church.count("SELECT count(*) FROM person_lapse")).isEqualTo(3);
    BatchRun byHand =
        awaitState(
            church.call(() -> queue.request("lifecycle-sweep", "by-hand", Map.of())),
            RunState.COMPLETED);
    assertThat(byHand.written()).isZero();
  }

  private BatchRun sweep(String day) {
    return awaitState(
        church.call(() -> queue.request("lifecycle-sweep", day, Map.of("day", day))),
        RunState.COMPLETED);
  }
}
