package org.verger.batch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.batch.BatchTest;
import org.verger.batch.Lane;
import org.verger.batch.RunState;
import org.verger.database.DatabaseLogin;

class RunClaimsTest extends BatchTest {

  @Autowired RunClaims claims;
  @Autowired DatabaseLogin login;

  @Test
  void lookingForWorkWhereThereIsNoneWakesNobody() throws SQLException {
    try (RunListener listener = new RunListener(login)) {
      listener.await(Duration.ofMillis(1));
      for (Lane lane : Lane.values()) {
        assertThat(claims.claim(lane)).isEmpty();
      }
      assertThat(listener.await(Duration.ofMillis(500))).isFalse();
      UUID run = ask(church, "counting", "2026-11-21");
      assertThat(listener.await(Duration.ofSeconds(20))).isTrue();
      awaitState(run, RunState.COMPLETED);
    }
  }
}
