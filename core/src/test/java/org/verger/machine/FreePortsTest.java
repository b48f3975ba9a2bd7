package org.verger.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void noPortIsGivenTwice() {
    assertThat(IntStream.range(0, 500).map(i -> FreePorts.find()).boxed().toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void noOtherProcessIsGivenAPortWhileThisOneLives() throws IOException, InterruptedException {
    int port = FreePorts.find();
    assertThat(anotherProcess(port)).isEqualTo("false");
    assertThat(FreePorts.isFree(port)).isTrue();
  }

  @Test
  void aPortIsGivenAnewWhenItsProcessHasEnded() throws IOException, InterruptedException {
    int port = 19_999;
    assertThat(anotherProcess(port)).isEqualTo("true");
    assertThat(anotherProcess(port)).isEqualTo("true");
  }

  private static String anotherProcess(int port) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                Another.class.getName(),
                String.valueOf(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }

  /** Says whether the port can be taken. */
  static final class Another {

    private Another() {}

    public static void main(String[] arguments) {
      System.out.println(FreePorts.take(Integer.parseInt(arguments[0])));
    }
  }
}
