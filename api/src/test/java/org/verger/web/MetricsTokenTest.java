package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.verger.deployment.CannotStartException;

class MetricsTokenTest {

  private static final String GOOD = "0123456789abcdef0123456789abcdef";

  @Test
  void onlyTheWholeTokenIsGood() {
    MetricsToken token = new MetricsToken(GOOD);
    assertThat(token.check(GOOD)).isPresent();
    assertThat(token.check(GOOD.substring(1))).isEmpty();
    assertThat(token.check("")).isEmpty();
  }

  @Test
  void whereNoneIsSetNobodyHasIt() {
    assertThat(new MetricsToken("").check("")).isEmpty();
  }

  @Test
  void aTokenThatCouldBeGuessedKeepsTheApplicationFromStarting() {
    assertThatThrownBy(() -> new MetricsToken(GOOD.substring(1)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("VERGER_METRICS_TOKEN");
  }
}
