package org.verger.batch.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.batch.BatchRun;
import org.verger.batch.Runs;
import org.verger.deployment.RunsInRole;
import org.verger.paging.Page;

/** Runs of all churches, for the platform's administrator. */
@RestController
@RequestMapping("/api/v1/platform/batch/runs")
@RunsInRole(RunsInRole.API)
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
class PlatformBatchApi {

  private final Runs runs;
  private final Clock clock;

  PlatformBatchApi(Runs runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /** A part of the list, the latest first. */
  record PlatformRuns(List<RunItem> items, @Nullable String next) {}

  @GetMapping
  PlatformRuns list(
      @RequestParam @Nullable String church,
      @RequestParam @Nullable String job,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<BatchRun> page = runs.ofAllChurches(Console.filter(job, state, church), cursor, limit);
    Instant now = clock.instant();
    return new PlatformRuns(
        page.items().stream().map(run -> RunItem.of(run, now)).toList(), page.next());
  }
}
