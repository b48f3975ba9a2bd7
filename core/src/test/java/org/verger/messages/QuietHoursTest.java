package org.verger.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T20:59, 2026-07-01T20:59",
    "2026-07-01T21:00, 2026-07-02T08:00",
    "2026-07-01T23:59, 2026-07-02T08:00",
    "2026-07-02T00:00, 2026-07-02T08:00",
    "2026-07-02T07:59, 2026-07-02T08:00",
    "2026-07-02T08:00, 2026-07-02T08:00",
    "2026-03-07T22:00, 2026-03-08T08:00",
    "2026-10-31T22:00, 2026-11-01T08:00"
  })
  void aMessageOfTheNightWaitsForTheMorning(String at, String allowed) {
    assertThat(QuietHours.DEFAULT.nextAllowed(local(at), CHICAGO)).isEqualTo(local(allowed));
  }

  @Test
  void theNightInWhichTheClocksGoForwardIsAnHourShorter() {
    Instant at = local("2026-03-07T22:00");
    assertThat(QuietHours.DEFAULT.nextAllowed(at, CHICAGO)).isEqualTo(at.plusSeconds(9 * 3600));
    assertThat(QuietHours.DEFAULT.nextAllowed(local("2026-10-31T22:00"), CHICAGO))
        .isEqualTo(local("2026-10-31T22:00").plusSeconds(11 * 3600));
  }

  @Test
  void anEndThatTheClocksJumpOverComesRightAfterTheJump() {
    QuietHours hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
    assertThat(hours.nextAllowed(local("2026-03-08T01:00"), CHICAGO))
        .isEqualTo(Instant.parse("2026-03-08T08:30:00Z"));
  }

  @Test
  void anEndThatComesTwiceIsWaitedForAgainInTheSecondHour() {
    QuietHours hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(1, 30));
    assertThat(hours.nextAllowed(Instant.parse("2026-11-01T06:10:00Z"), CHICAGO))
        .isEqualTo(Instant.parse("2026-11-01T06:30:00Z"));
    assertThat(hours.nextAllowed(Instant.parse("2026-11-01T07:10:00Z"), CHICAGO))
        .isEqualTo(Instant.parse("2026-11-01T07:30:00Z"));
  }

  @Test
  void quietHoursCanLieWithinADayOrNotExist() {
    QuietHours siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));
    assertThat(siesta.nextAllowed(local("2026-07-01T14:00"), CHICAGO))
        .isEqualTo(local("2026-07-01T15:00"));
    assertThat(siesta.nextAllowed(local("2026-07-01T23:00"), CHICAGO))
        .isEqualTo(local("2026-07-01T23:00"));
    QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);
    assertThat(none.nextAllowed(local("2026-07-01T12:00"), CHICAGO))
        .isEqualTo(local("2026-07-01T12:00"));
  }

  @Test
  void theAnswerIsNeverInThePastNeverQuietAndStable() {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < 20_000; i++, at = at.plusSeconds(1571)) {
      Instant allowed = QuietHours.DEFAULT.nextAllowed(at, CHICAGO);
      assertThat(allowed).isAfterOrEqualTo(at);
      assertThat(QuietHours.DEFAULT.nextAllowed(allowed, CHICAGO)).isEqualTo(allowed);
      assertThat(ZonedDateTime.ofInstant(allowed, CHICAGO).getHour()).isBetween(8, 20);
    }
  }

  private static Instant local(String time) {
    return java.time.LocalDateTime.parse(time).atZone(CHICAGO).toInstant();
  }
}
