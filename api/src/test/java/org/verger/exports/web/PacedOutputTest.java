package org.verger.exports.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedOutputTest {

  private static final byte[] BLOCK = new byte[8 * 1024];

  private long now;

  @Test
  void aReaderThatIsSlowAndSteadyGetsTheWholeFile() {
    assertThatCode(() -> send(Duration.ofMillis(200), 10_000)).doesNotThrowAnyException();
  }

  @Test
  void aReaderThatOnlyKeepsTheConnectionOpenIsGivenUp() {
    assertThatThrownBy(() -> send(Duration.ofSeconds(10), 10))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too slow");
  }

  @Test
  void onlyTheTimeCountsInWhichTheReaderIsWaitedFor() {
    assertThatCode(
            () -> {
              PacedOutput out = to(Duration.ZERO);
              for (int block = 0; block < 10; block++) {
                now += Duration.ofHours(1).toNanos();
                out.write(BLOCK);
              }
            })
        .doesNotThrowAnyException();
  }

  private void send(Duration each, int blocks) throws IOException {
    PacedOutput out = to(each);
    for (int block = 0; block < blocks; block++) {
      out.write(BLOCK);
    }
  }

  private PacedOutput to(Duration each) {
    OutputStream reader =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            now += each.toNanos();
          }
        };
    return new PacedOutput(reader, () -> now);
  }
}
