package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.verger.messages.QuietHours;

class FollowUpScheduleTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Test
  void theStepsOfAVisitOnSundayMorning() {
    Instant start = local("2026-06-07T11:30");
    FollowUpSchedule schedule = plan(start);
    assertThat(schedule.thankYouAt()).isEqualTo(start);
    assertThat(schedule.emailAt()).isEqualTo(local("2026-06-08T09:00"));
    assertThat(schedule.callDueAt()).isEqualTo(local("2026-06-08T11:30"));
    assertThat(schedule.escalateAt()).isEqualTo(local("2026-06-09T11:30"));
    assertThat(schedule.invitationAt()).isEqualTo(local("2026-06-15T10:00"));
    assertThat(schedule.checkInAt()).isEqualTo(local("2026-06-29T10:00"));
    assertThat(schedule.closeAt()).isEqualTo(local("2026-07-12T10:00"));
  }

  @Test
  void aFormOfTheNightIsThankedForAtTheEndOfQuietHours() {
    assertThat(plan(local("2026-06-07T22:30")).thankYouAt()).isEqualTo(local("2026-06-08T08:00"));
    assertThat(plan(local("2026-06-08T01:30")).thankYouAt()).isEqualTo(local("2026-06-08T08:00"));
  }

  @Test
  void theLocalHourStaysWhenTheClocksChangeInBetween() {
    FollowUpSchedule schedule = plan(local("2026-03-01T11:30"));
    assertThat(schedule.invitationAt()).isEqualTo(Instant.parse("2026-03-09T15:00:00Z"));
    assertThat(schedule.emailAt()).isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
  }

  @Test
  void theStepsFollowEachOtherWheneverTheFormComes() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < 5000; i++, start = start.plusSeconds(6311)) {
      FollowUpSchedule schedule = plan(start);
      assertThat(schedule.emailAt()).isAfter(schedule.thankYouAt());
      assertThat(schedule.invitationAt()).isAfter(schedule.emailAt());
      assertThat(schedule.checkInAt()).isAfter(schedule.invitationAt());
      assertThat(schedule.closeAt()).isAfter(schedule.checkInAt());
    }
  }

  @Test
  void settingsOutOfOrderAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new FollowUpSettings(
                    1,
                    LocalTime.NOON,
                    Duration.ofHours(48),
                    Duration.ofHours(24),
                    8,
                    22,
                    LocalTime.NOON,
                    35,
                    null));
  }

  private static FollowUpSchedule plan(Instant start) {
    return FollowUpSchedule.plan(start, CHICAGO, QuietHours.DEFAULT, FollowUpSettings.DEFAULT);
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(CHICAGO).toInstant();
  }
}
