package org.verger.batch.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.batch.Schedule;
import org.verger.deployment.RunsInRole;
import org.verger.paging.Page;
import org.verger.web.Given;

/** When jobs run for each church, for the platform's administrator. */
@RestController
@RequestMapping("/api/v1/platform/batch/schedules")
@RunsInRole(RunsInRole.API)
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
class PlatformSchedulesApi {

  private final PlatformSchedules schedules;

  PlatformSchedulesApi(PlatformSchedules schedules) {
    this.schedules = schedules;
  }

  /** Schedules of some churches. */
  record PlatformScheduleList(List<PlatformSchedule> items, @Nullable String next) {}

  /**
   * A schedule.
   *
   * @param next when it runs the next time; null when it is off
   */
  record PlatformSchedule(
      String church,
      String job,
      RhythmFields rhythm,
      String zone,
      boolean on,
      @Nullable Instant next) {

    static PlatformSchedule of(PlatformSchedules.OfChurch owner, Schedule schedule) {
      return new PlatformSchedule(
          owner.church().id().value(),
          schedule.job(),
          RhythmFields.of(schedule.rhythm()),
          schedule.zone().getId(),
          schedule.on(),
          schedule.on() ? schedule.next().getFirst() : null);
    }
  }

  /** Those of twenty churches at a time, by short name. */
  @GetMapping
  PlatformScheduleList list(
      @RequestParam @Nullable String church, @RequestParam @Nullable String cursor) {
    Page<PlatformSchedules.OfChurch> page =
        schedules.of(Given.optional(church), Given.optional(cursor));
    return new PlatformScheduleList(
        page.items().stream().flatMap(PlatformSchedulesApi::each).toList(), page.next());
  }

  private static Stream<PlatformSchedule> each(PlatformSchedules.OfChurch owner) {
    return owner.schedules().stream().map(one -> PlatformSchedule.of(owner, one));
  }
}
