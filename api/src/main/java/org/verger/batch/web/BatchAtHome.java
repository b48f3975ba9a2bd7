package org.verger.batch.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.verger.batch.RunState;
import org.verger.batch.Runs;
import org.verger.deployment.RunsInRole;
import org.verger.pages.HomeContribution;
import org.verger.pages.HomeList;
import org.verger.pages.HomeTile;

/** How many runs failed or are held, for those who may look at them. */
@Component
@RunsInRole(RunsInRole.API)
class BatchAtHome implements HomeContribution {

  private final Runs runs;
  private final Console console;

  BatchAtHome(Runs runs, Console console) {
    this.runs = runs;
    this.console = console;
  }

  @Override
  public List<HomeTile> tiles() {
    if (!console.mayLook()) {
      return List.of();
    }
    long failed = runs.count(RunState.FAILED);
    long held = runs.count(RunState.HELD);
    return failed + held == 0 ? List.of() : List.of(tile(failed, held));
  }

  private static HomeTile tile(long failed, long held) {
    return new HomeTile(
        400,
        "calendar-clock",
        "rose",
        failed + held,
        failed + held == 1 ? "batch run needs you" : "batch runs need you",
        failed == 0 ? null : failed + " failed",
        "/batch/runs?state=" + (failed == 0 ? "held" : "failed"));
  }

  @Override
  public List<HomeList> lists() {
    return List.of();
  }
}
