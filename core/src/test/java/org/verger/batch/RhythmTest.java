package org.verger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @ParameterizedTest(name = "{1} in {0} on {2}")
  @CsvSource({
    "America/Chicago, 02:00, 2027-03-14",
    "America/Chicago, 02:30, 2027-03-14",
    "America/Chicago, 01:30, 2027-11-07",
    "America/Chicago, 02:00, 2027-11-07",
    "Europe/Berlin,   02:00, 2027-03-28",
    "Europe/Berlin,   02:30, 2027-03-28",
    "Europe/Berlin,   02:30, 2027-10-31",
    "Europe/Berlin,   02:00, 2027-10-31",
    "Europe/Berlin,   03:00, 2027-10-31"
  })
  void runsOnceOnADayOnWhichTheClockChanges(ZoneId zone, LocalTime time, LocalDate change) {
    Rhythm rhythm = Rhythm.daily(time);
    Instant begin = change.minusDays(1).atStartOfDay(zone).toInstant();
    Instant end = change.plusDays(2).atStartOfDay(zone).toInstant();
    List<LocalDate> days =
        Stream.iterate(rhythm.after(begin, zone), last -> rhythm.after(last, zone))
            .takeWhile(at -> at.isBefore(end))
            .map(at -> rhythm.dayAt(at, zone))
            .toList();
    assertThat(days).containsExactly(change.minusDays(1), change, change.plusDays(1));
  }

  @Test
  void atEachMinuteOfSuchADayTheSameNightIsDue() {
    Rhythm rhythm = Rhythm.daily(LocalTime.of(1, 30));
    LocalDate change = LocalDate.of(2027, 11, 7);
    Instant first = Instant.parse("2027-11-07T06:30:00Z");
    assertThat(rhythm.at(change, CHICAGO)).isEqualTo(first);
    assertThat(rhythm.dayAt(first.minusSeconds(1), CHICAGO)).isEqualTo(change.minusDays(1));
    for (int minute = 0; minute < 24 * 60; minute++) {
      assertThat(rhythm.dayAt(first.plus(Duration.ofMinutes(minute)), CHICAGO)).isEqualTo(change);
    }
  }

  @Test
  void aTimeThatTheClockLeavesOutCountsAnHourLater() {
    assertThat(Rhythm.daily(LocalTime.of(2, 0)).at(LocalDate.of(2027, 3, 14), CHICAGO))
        .isEqualTo("2027-03-14T08:00:00Z");
  }

  @Test
  void namesTheNextTimes() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    assertThat(Rhythm.weekly(DayOfWeek.MONDAY, LocalTime.of(9, 0)).next(2, now, CHICAGO))
        .extracting(Instant::toString)
        .containsExactly("2026-11-23T15:00:00Z", "2026-11-30T15:00:00Z");
    assertThat(Rhythm.monthly(31, LocalTime.of(0, 0)).next(4, now, CHICAGO))
        .extracting(at -> at.atZone(CHICAGO).toLocalDate().toString())
        .containsExactly("2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28");
    assertThat(Rhythm.yearly(1, 15, LocalTime.of(6, 0)).next(2, now, CHICAGO))
        .extracting(at -> at.atZone(CHICAGO).toLocalDate().toString())
        .containsExactly("2027-01-15", "2028-01-15");
  }
}
