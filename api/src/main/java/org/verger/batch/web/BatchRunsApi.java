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
import org.verger.batch.BatchRun;
import org.verger.batch.ControlRuns;
import org.verger.batch.Retries;
import org.verger.batch.Runs;
import org.verger.deployment.RunsInRole;
import org.verger.paging.Page;

/** The runs of the church: whoever has any right in area system sees them, full rights act. */
@RestController
@RequestMapping("/api/v1/batch/runs")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class BatchRunsApi {

  private static final int LOG_LINES = 500;

  private final Runs runs;
  private final ControlRuns control;
  private final Console console;
  private final Clock clock;

  BatchRunsApi(Runs runs, ControlRuns control, Console console, Clock clock) {
    this.runs = runs;
    this.control = control;
    this.console = console;
    this.clock = clock;
  }

  /** A part of the list, the latest first. */
  record RunPage(List<RunItem> items, @Nullable String next) {}

  /** Lines of a log, in their order. */
  record LogLines(List<LogItem> items) {

    static LogLines of(List<Runs.LogLine> lines) {
      return new LogLines(
          lines.stream().map(line -> new LogItem(line.at(), line.level(), line.line())).toList());
    }
  }

  /** A line. */
  record LogItem(Instant at, String level, String line) {}

  /** Which runs to restart; without a state those that were stopped, failed or are held. */
  record Which(@Nullable String job, @Nullable String state) {}

  @GetMapping
  RunPage list(
      @RequestParam @Nullable String job,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    console.looker();
    Page<BatchRun> page = runs.list(Console.filter(job, state, null), cursor, limit);
    Instant now = clock.instant();
    return new RunPage(
        page.items().stream().map(run -> RunItem.of(run, now)).toList(), page.next());
  }

  @GetMapping("/{id}")
  RunItem one(@PathVariable UUID id) {
    console.looker();
    return RunItem.of(runs.require(id), clock.instant());
  }

  /** The last 500 lines of its log. */
  @GetMapping("/{id}/log")
  LogLines log(@PathVariable UUID id) {
    console.looker();
    runs.require(id);
    return LogLines.of(runs.log(id, LOG_LINES));
  }

  @PostMapping("/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunItem stop(@PathVariable UUID id) {
    control.stop(console.looker(), id);
    return one(id);
  }

  /** Goes on from the step that did not end well. */
  @PostMapping("/{id}/restart")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunItem restart(@PathVariable UUID id) {
    control.restart(console.looker(), id);
    return one(id);
  }

  /** Gives it up for good. */
  @PostMapping("/{id}/abandon")
  RunItem abandon(@PathVariable UUID id) {
    control.abandon(console.looker(), id);
    return one(id);
  }

  /** Takes it away from a process that is gone. */
  @PostMapping("/{id}/recover")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunItem recover(@PathVariable UUID id) {
    control.recover(console.looker(), id);
    return one(id);
  }

  /** Restarts the latest 200 that match, and says whether there are more. */
  @PostMapping("/retry")
  Retries<ControlRuns.Retried> retry(@RequestBody Which which) {
    return control.retry(console.looker(), Console.filter(which.job(), which.state(), null));
  }
}
