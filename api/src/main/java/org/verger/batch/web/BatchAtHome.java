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
    long late = runs.countLate();
    return failed + held + late == 0 ? List.of() : List.of(tile(failed, held, late));
  }

  private static HomeTile tile(long failed, long held, long late) {
    long all = failed + held + late;
    return new HomeTile(
        400,
        "calendar-clock",
        "rose",
        all,
        all == 1 ? "batch run needs you" : "batch runs need you",
        failed > 0 ? failed + " failed" : late > 0 ? late + " late" : null,
        "/batch/runs" + (failed > 0 ? "?state=failed" : held > 0 ? "?state=held" : "?state=late"));
  }

  @Override
  public List<HomeList> lists() {
    return List.of();
  }
}
