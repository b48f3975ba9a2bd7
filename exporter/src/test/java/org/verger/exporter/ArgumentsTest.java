package org.verger.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void aMissingUrlIsNamedTogetherWithItsSetting() {
    assertThatThrownBy(() -> Arguments.of(Map.of("user", "verger_exporter")))
        .hasMessageContaining("'url'")
        .hasMessageContaining("ARGS_URL");
  }

  @Test
  void whomAnInstanceBelongsToIsAlwaysStored() {
    assertThat(
            Arguments.of(Map.of("url", "u", "user", "x", "variables", "callOutcome, exit"))
                .variables())
        .containsExactlyInAnyOrder("tenantId", "subjectId", "callOutcome", "exit");
  }

  @Test
  void thePasswordIsNotInItsText() {
    assertThat(Arguments.of(Map.of("url", "u", "user", "x", "password", "s3cret")).toString())
        .doesNotContain("s3cret");
  }
}
