package org.verger.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verger.deployment.CannotStartException;
import org.verger.engine.EngineAddress;
import org.verger.machine.FreePorts;

class ExternalEngineTest {

  @Test
  void thatCannotBeReachedIsNamedInAPlainSentence() {
    URI nobody = URI.create("http://127.0.0.1:" + FreePorts.find());
    assertThatThrownBy(() -> ExternalEngine.await(nobody, Duration.ofMillis(300)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageStartingWith("The engine " + nobody + " cannot be reached")
        .hasMessageEndingWith("start it, or correct verger.engine.address");
  }

  @Test
  void hasItsRestInterfaceOnTheSameHostUnlessSaidOtherwise() {
    assertThat(ExternalEngine.address("http://zeebe:26500", ""))
        .isEqualTo(
            new EngineAddress(URI.create("http://zeebe:26500"), URI.create("http://zeebe:8080")));
    assertThat(ExternalEngine.address("http://zeebe:26500", "https://rest:443").rest())
        .isEqualTo(URI.create("https://rest:443"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeebe:26500", "grpc://zeebe", "http://", "http://zeebe:port"})
  void withAMistypedAddressIsRefused(String address) {
    assertThatThrownBy(() -> ExternalEngine.address(address, null))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("write it like http://engine.example:26500");
  }
}
