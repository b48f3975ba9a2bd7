package org.verger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStateTest {

  @ParameterizedTest
  @CsvSource({
    "QUEUED,    running stopped abandoned",
    "RUNNING,   queued stopping stopped completed failed held",
    "STOPPING,  stopped completed failed held",
    "STOPPED,   queued abandoned",
    "FAILED,    queued abandoned",
    "HELD,      queued abandoned",
    "COMPLETED, ''",
    "ABANDONED, ''"
  })
  void everyPairIsListed(RunState from, String to) {
    assertThat(from.next().stream().map(RunState::code))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(to.split(" ")).filter(code -> !code.isEmpty()).toList());
  }
}
