package org.verger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayPaceTest {

  private final RelayPace pace = new RelayPace(200);

  @Test
  void aBusyEngineIsOfferedHalfAsManyAndThenSlowlyMore() {
    pace.after(new OutboxBatch.Result(150, 50, 0, 0));
    assertThat(pace.window()).isEqualTo(100);
    assertThat(pace.isHeld()).isFalse();
    pace.after(new OutboxBatch.Result(100, 0, 0, 0));
    assertThat(pace.window()).isEqualTo(110);
    assertThat(pace.pause()).isZero();
  }

  @Test
  void anEngineThatTakesNothingIsAskedLessAndLess() {
    pace.after(new OutboxBatch.Result(0, 0, 200, 0));
    Duration first = pace.pause();
    assertThat(pace.isHeld()).isTrue();
    assertThat(pace.window()).isEqualTo(10);
    pace.after(new OutboxBatch.Result(0, 10, 0, 0));
    assertThat(pace.pause()).isEqualTo(first.multipliedBy(2));
    for (int time = 0; time < 20; time++) {
      pace.after(new OutboxBatch.Result(0, 0, 10, 0));
    }
    assertThat(pace.pause()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void oneAcceptedCommandEndsTheHold() {
    pace.after(new OutboxBatch.Result(0, 0, 200, 0));
    pace.after(new OutboxBatch.Result(1, 0, 9, 0));
    assertThat(pace.isHeld()).isFalse();
    assertThat(pace.pause()).isZero();
  }

  @Test
  void nothingToDoChangesNothing() {
    pace.after(new OutboxBatch.Result(0, 0, 200, 0));
    Duration before = pace.pause();
    pace.after(new OutboxBatch.Result(0, 0, 0, 0));
    assertThat(pace.pause()).isEqualTo(before);
  }

  @Test
  void aCommandThatCannotBeSentSaysNothingOfTheEngine() {
    pace.after(new OutboxBatch.Result(0, 0, 0, 3));
    assertThat(pace.isHeld()).isFalse();
    assertThat(pace.window()).isEqualTo(200);
  }
}
