package org.verger.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.testing.TestDatabase;

class ClockKeeperTest {

  private static HikariDataSource pool;
  private final List<Duration> movesOfTheEngine = new ArrayList<>();
  private final List<Object> told = new ArrayList<>();
  private final MovableClock clock = new MovableClock();

  @BeforeAll
  static void createDatabase() {
    pool = TestDatabase.create().pool();
  }

  @AfterAll
  static void closePool() {
    pool.close();
  }

  @BeforeEach
  void resetStoredOffset() {
    JdbcClient.create(pool).sql("UPDATE shared.clock SET offset_millis = 0").update();
  }

  @Test
  void movesOurClockAndTheEnginesTogether() {
    Instant now = keeper(clock, true).advance(Duration.ofDays(7));
    assertThat(now)
        .isCloseTo(Instant.now().plus(7, ChronoUnit.DAYS), within(5, ChronoUnit.SECONDS));
    assertThat(clock.offset()).isEqualTo(Duration.ofDays(7));
    assertThat(movesOfTheEngine).containsExactly(Duration.ofDays(7));
    assertThat(told).containsExactly(new ClockMoved(Duration.ofDays(7)));
  }

  @Test
  void findsTheTimeAgainAfterARestart() {
    keeper(clock, true).advance(Duration.ofDays(7));
    keeper(new MovableClock(), true).advance(Duration.ofDays(1));
    MovableClock restarted = new MovableClock();
    keeper(restarted, true);
    assertThat(restarted.offset()).isEqualTo(Duration.ofDays(8));
  }

  @Test
  void isAtTheRealTimeOutsideTheDemo() {
    keeper(clock, true).advance(Duration.ofDays(7));
    MovableClock real = new MovableClock();
    ClockKeeper keeper = keeper(real, false);
    assertThat(real.offset()).isZero();
    assertThatThrownBy(() -> keeper.advance(Duration.ofDays(1)))
        .isInstanceOf(ClockNotMovableException.class)
        .hasMessage("Time can be moved in the demo only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-P1D", "PT0.0001S", "P367D", "P100000000D"})
  void isNotMovedBackwardsNorOutOfSight(String span) {
    ClockKeeper keeper = keeper(clock, true);
    assertThatThrownBy(() -> keeper.advance(Duration.parse(span)))
        .isInstanceOf(ClockNotMovableException.class)
        .hasMessageContaining("such as P7D");
    assertThat(clock.offset()).isZero();
    assertThat(movesOfTheEngine).isEmpty();
  }

  private ClockKeeper keeper(MovableClock clock, boolean demo) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("engineClock", (EngineClock) movesOfTheEngine::add);
    ObjectProvider<EngineClock> engineClock = beans.getBeanProvider(EngineClock.class);
    return new ClockKeeper(JdbcClient.create(pool), clock, engineClock, told::add, demo);
  }
}
