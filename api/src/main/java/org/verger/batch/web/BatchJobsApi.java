package org.verger.batch.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.batch.BatchJobs;
import org.verger.batch.BatchRun;
import org.verger.batch.ChurchJob;
import org.verger.batch.JobInput;
import org.verger.batch.Runs;
import org.verger.batch.StartRun;
import org.verger.deployment.RunsInRole;

/** The jobs that there are, and starting one by hand. */
@RestController
@RequestMapping("/api/v1/batch/jobs")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class BatchJobsApi {

  private final BatchJobs jobs;
  private final Runs runs;
  private final StartRun startRun;
  private final Console console;
  private final Clock clock;

  BatchJobsApi(BatchJobs jobs, Runs runs, StartRun startRun, Console console, Clock clock) {
    this.jobs = jobs;
    this.runs = runs;
    this.startRun = startRun;
    this.console = console;
    this.clock = clock;
  }

  /** All jobs, by title. */
  record Jobs(List<JobItem> items) {}

  /** A job with its latest run here. */
  record JobItem(
      String job,
      String title,
      String lane,
      boolean byHand,
      List<JobInput> inputs,
      @Nullable RunItem lastRun) {

    static JobItem of(ChurchJob job, @Nullable BatchRun last, Instant now) {
      return new JobItem(
          job.name(),
          job.title(),
          job.lane().code(),
          job.byHand(),
          job.inputs(),
          last == null ? null : RunItem.of(last, now));
    }
  }

  /** What the job's inputs are filled in with. */
  record NewRun(@Nullable Map<String, String> parameters) {}

  /** A run that was asked for. */
  record Started(UUID id, String status) {}

  @GetMapping
  Jobs all() {
    console.looker();
    Map<String, BatchRun> latest =
        runs.latest().stream().collect(Collectors.toMap(BatchRun::job, Function.identity()));
    Instant now = clock.instant();
    return new Jobs(
        jobs.all().stream().map(job -> JobItem.of(job, latest.get(job.name()), now)).toList());
  }

  /** Starts one; a repetition with the same {@code Idempotency-Key} starts nothing. */
  @PostMapping("/{job}/runs")
  ResponseEntity<Started> start(
      @PathVariable String job,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody(required = false) @Nullable NewRun asked) {
    Map<String, String> given = asked == null ? null : asked.parameters();
    UUID run = startRun.start(console.looker(), job, key, given == null ? Map.of() : given);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/batch/runs/" + run))
        .body(new Started(run, runs.require(run).state().code()));
  }
}
