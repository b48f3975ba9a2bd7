package org.verger.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import org.verger.deployment.CannotStartException;

class FailureAnalyzersTest {

  @Test
  void aTakenPortIsNamedWithWhatToDo() {
    assertThat(new PortInUseAnalyzer().analyze(wrapped(new PortInUseException(8080))))
        .extracting("description")
        .asString()
        .startsWith("Port 8080 is taken by another program")
        .contains("SERVER_PORT=8081 mvn spring-boot:run");
  }

  @Test
  void aFullDiskIsRecognisedHoweverDeepItIsHidden() {
    assertThat(
            new DiskFullAnalyzer()
                .analyze(wrapped(new IOException("write failed: No space left on device"))))
        .extracting("description")
        .asString()
        .startsWith("The disk is full: free some space");
    assertThat(new DiskFullAnalyzer().analyze(wrapped(new IOException("away")))).isNull();
  }

  @Test
  void whatKeepsItFromStartingIsToldInTheWordsOfWhoNoticed() {
    assertThat(
            new CannotStartAnalyzer()
                .analyze(wrapped(new CannotStartException("The engine is away: start it"))))
        .extracting("description")
        .isEqualTo("The engine is away: start it.");
  }

  private static Throwable wrapped(Throwable cause) {
    return new IllegalStateException("A bean could not be created", cause);
  }
}
