package org.verger.batch.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.batch.ChangeSchedule;
import org.verger.batch.Rhythm;
import org.verger.batch.Schedule;
import org.verger.batch.Schedules;
import org.verger.batch.UnknownJobException;
import org.verger.deployment.RunsInRole;
import org.verger.web.ETags;
import org.verger.web.Problems;

/** When jobs run, by the church's clock. */
@RestController
@RequestMapping("/api/v1/batch/schedules")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class BatchSchedulesApi {

  private final Schedules schedules;
  private final ChangeSchedule changeSchedule;
  private final Console console;

  BatchSchedulesApi(Schedules schedules, ChangeSchedule changeSchedule, Console console) {
    this.schedules = schedules;
    this.changeSchedule = changeSchedule;
    this.console = console;
  }

  /** All schedules, by title. */
  record Plans(List<Plan> items) {}

  /**
   * A schedule.
   *
   * @param next the next ten times
   */
  record Plan(
      String job,
      String title,
      RhythmFields rhythm,
      String zone,
      boolean on,
      int version,
      List<Instant> next) {

    static Plan of(Schedule schedule) {
      return new Plan(
          schedule.job(),
          schedule.title(),
          RhythmFields.of(schedule.rhythm()),
          schedule.zone().getId(),
          schedule.on(),
          schedule.version(),
          schedule.next());
    }
  }

  /** What it is to be. */
  record Wanted(@Nullable RhythmFields rhythm, @Nullable Boolean on) {}

  @GetMapping
  Plans all() {
    console.looker();
    return new Plans(schedules.list().stream().map(Plan::of).toList());
  }

  @GetMapping("/{job}")
  ResponseEntity<Plan> one(@PathVariable String job) {
    console.looker();
    Schedule found = schedules.find(job).orElseThrow(() -> new UnknownJobException(job));
    return ResponseEntity.ok().eTag(ETags.of(found.version())).body(Plan.of(found));
  }

  /** Changes it; what is left out stays. */
  @PutMapping("/{job}")
  ResponseEntity<Plan> change(
      @PathVariable String job,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Wanted wanted) {
    Schedule now = schedules.find(job).orElseThrow(() -> new UnknownJobException(job));
    ETags.require(ETags.version(ifMatch), now.version());
    boolean changed =
        changeSchedule.change(
            console.looker(),
            new ChangeSchedule.Wanted(job, rhythm(wanted, now), on(wanted, now), now.version()));
    if (!changed) {
      throw Problems.refusal(
          HttpStatus.PRECONDITION_FAILED,
          "changed-meanwhile",
          "It has changed meanwhile: read it again and decide anew");
    }
    return one(job);
  }

  private static Rhythm rhythm(Wanted wanted, Schedule now) {
    RhythmFields given = wanted.rhythm();
    return given == null ? now.rhythm() : given.read();
  }

  private static boolean on(Wanted wanted, Schedule now) {
    Boolean given = wanted.on();
    return given == null ? now.on() : given;
  }
}
