package org.verger.batch;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Units;
import org.verger.testing.Church;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

/** A church, jobs to test with, and this process as one that runs them. */
@TestPropertySource(
    properties = {
      "verger.batch.beat=PT0.05S",
      "verger.batch.poll=PT0.2S",
      "verger.batch.stale=PT2S",
      "verger.batch.attempts=3"
    })
public abstract class BatchTest extends ChurchTest {

  @Autowired protected RunQueue queue;
  @Autowired protected Runs runs;
  @Autowired protected ControlRuns control;
  @Autowired protected TestJobs.Numbers numbers;
  @Autowired protected Units units;
  @Autowired protected People people;

  @AfterEach
  void noTrouble() {
    TestJobs.Trouble.none();
  }

  protected UUID ask(Church of, String job, String key) {
    return of.call(() -> queue.request(job, key, Map.of()));
  }

  protected BatchRun run(UUID id) {
    return church.call(() -> runs.require(id));
  }

  protected BatchRun awaitState(UUID id, RunState state) {
    return awaitState(church, id, state);
  }

  protected BatchRun awaitState(Church of, UUID id, RunState state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .failFast(
            () -> {
              BatchRun now = of.call(() -> runs.require(id));
              if (now.state() != state && now.state().isOver()) {
                throw new AssertionError(now.toString());
              }
            })
        .pollInterval(Duration.ofMillis(30))
        .until(() -> of.call(() -> runs.require(id)).state() == state);
    return of.call(() -> runs.require(id));
  }

  /** Somebody who looks after the church's system. */
  protected PersonId operator() {
    return Tree.plant(church, units, people)
        .holder(Role.OPERATOR, church.call(() -> units.root().orElseThrow().id()));
  }
}
