package org.verger.batch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.RunState;
import org.verger.batch.Runs;
import org.verger.batch.TestJobs;
import org.verger.testing.OtherNode;
import org.verger.testing.TestDatabase;

class KilledProcessTest extends BatchTest {

  @Autowired TestDatabase database;
  @Autowired BatchRunner thisNode;
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"one-4", "two-4"})
  void aRunWhoseProcessWasKilledInAStepEndsAsIfItHadNotBeen(String place) throws Exception {
    thisNode.stop();
    Process killed = OtherNode.start(database, folder.resolve("node.log"), place);
    UUID id = ask(church, "counting", "2026-11-21");
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .failFast(
              () -> {
                if (!killed.isAlive()) {
                  throw new AssertionError(Files.readString(folder.resolve("node.log")));
                }
              })
          .until(() -> hangs(id));
    } finally {
      killed.destroyForcibly().waitFor();
      thisNode.start();
    }
    BatchRun done = awaitState(id, RunState.COMPLETED);
    assertThat(church.count("SELECT count(*) FROM message_stop"))
        .as("no number twice, none missing")
        .isEqualTo(2 * TestJobs.NUMBERS);
    assertThat(done.written()).isEqualTo(2 * TestJobs.NUMBERS);
    assertThat(done.attempts()).isEqualTo(2);
    assertThat(church.call(() -> runs.log(id, 50)))
        .extracting(Runs.LogLine::line)
        .contains("The process that ran it is gone; it goes on from the step it was in")
        .filteredOn(line -> line.equals("Step one"))
        .as("a step that had ended is left out")
        .hasSize(place.startsWith("one") ? 2 : 1);
  }

  private boolean hangs(UUID id) {
    return church.call(() -> runs.log(id, 50)).stream()
        .anyMatch(line -> line.line().equals("Hanging"));
  }
}
