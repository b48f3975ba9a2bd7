package org.verger.batch.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.batch.AllRuns;
import org.verger.batch.BatchRun;
import org.verger.batch.ControlAllRuns;
import org.verger.batch.Retries;
import org.verger.batch.UnknownRunException;
import org.verger.deployment.RunsInRole;
import org.verger.paging.Page;
import org.verger.web.SignedIn;

/** Runs of all churches, for the platform's administrator. */
@RestController
@RequestMapping("/api/v1/platform/batch/runs")
@RunsInRole(RunsInRole.API)
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
class PlatformBatchApi {

  private static final int LOG_LINES = 500;

  private final AllRuns runs;
  private final ControlAllRuns control;
  private final Clock clock;

  PlatformBatchApi(AllRuns runs, ControlAllRuns control, Clock clock) {
    this.runs = runs;
    this.control = control;
    this.clock = clock;
  }

  /** A part of the list, the latest first. */
  record PlatformRuns(List<PlatformRun> items, @Nullable String next) {}

  /** Which runs to restart; without a state those that were stopped, failed or are held. */
  record WhichRuns(@Nullable String church, @Nullable String job, @Nullable String state) {}

  /** The state is one that a run can be in, or {@code late}. */
  @GetMapping
  PlatformRuns list(
      @RequestParam @Nullable String church,
      @RequestParam @Nullable String job,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<BatchRun> page = runs.list(Console.filter(job, state, church), cursor, limit);
    Instant now = clock.instant();
    return new PlatformRuns(
        page.items().stream().map(run -> PlatformRun.of(run, now)).toList(), page.next());
  }

  @GetMapping("/{id}")
  PlatformRun one(@PathVariable String id) {
    return PlatformRun.of(runs.require(run(id)), clock.instant());
  }

  /** The last 500 lines of its log. */
  @GetMapping("/{id}/log")
  BatchRunsApi.LogLines log(@PathVariable String id) {
    return BatchRunsApi.LogLines.of(runs.log(runs.require(run(id)).id(), LOG_LINES));
  }

  @PostMapping("/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PlatformRun stop(@PathVariable String id, SignedIn by) {
    control.stop(PlatformConsole.actor(by), run(id));
    return one(id);
  }

  /** Goes on from the step that did not end well. */
  @PostMapping("/{id}/restart")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PlatformRun restart(@PathVariable String id, SignedIn by) {
    control.restart(PlatformConsole.actor(by), run(id));
    return one(id);
  }

  /** Gives it up for good. */
  @PostMapping("/{id}/abandon")
  PlatformRun abandon(@PathVariable String id, SignedIn by) {
    control.abandon(PlatformConsole.actor(by), run(id));
    return one(id);
  }

  /** Takes it away from a process that is gone. */
  @PostMapping("/{id}/recover")
  @ResponseStatus(HttpStatus.ACCEPTED)
  PlatformRun recover(@PathVariable String id, SignedIn by) {
    control.recover(PlatformConsole.actor(by), run(id));
    return one(id);
  }

  /** Restarts the latest 200 that match, and says whether there are more. */
  @PostMapping("/retry")
  Retries<RetriedRun> retry(@RequestBody WhichRuns which, SignedIn by) {
    return control
        .retry(
            PlatformConsole.actor(by), Console.filter(which.job(), which.state(), which.church()))
        .map(RetriedRun::of);
  }

  /**
   * What became of one.
   *
   * @param problem why it was not restarted; null when it was
   */
  record RetriedRun(UUID run, String church, String job, @Nullable String problem) {

    static RetriedRun of(ControlAllRuns.Retried one) {
      return new RetriedRun(
          one.run().id(), one.run().tenant().value(), one.run().job(), one.problem());
    }
  }

  private static UUID run(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException none) {
      throw new UnknownRunException(id);
    }
  }
}
