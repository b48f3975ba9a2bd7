package org.verger.batch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.batch.AllRuns;
import org.verger.batch.BatchRun;
import org.verger.batch.ControlAllRuns;
import org.verger.batch.RunFilter;
import org.verger.batch.RunState;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.paging.Page;
import org.verger.web.SignedIn;

/** Runs of all churches: those that need somebody first, then the others. */
@PageController
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
class PlatformRunsPage {

  private static final int SHOWN = 50;

  private final AllRuns runs;
  private final ControlAllRuns control;
  private final PlatformConsole console;

  PlatformRunsPage(AllRuns runs, ControlAllRuns control, PlatformConsole console) {
    this.runs = runs;
    this.control = control;
    this.console = console;
  }

  /** What is shown. */
  record PlatformChoice(
      @Nullable String church,
      @Nullable String job,
      @Nullable String state,
      @Nullable String cursor) {

    RunFilter filter() {
      return Console.filter(job, state, church);
    }

    /** Whether it leaves runs out. */
    public boolean restricts() {
      return Stream.of(church, job, state).anyMatch(one -> one != null && !one.isEmpty());
    }

    boolean ofOneState() {
      return state != null && !state.isEmpty();
    }

    boolean first() {
      return cursor == null || cursor.isEmpty();
    }
  }

  @GetMapping("/platform/batch")
  String list(
      @ModelAttribute("choice") PlatformChoice choice, HttpServletRequest request, Model model) {
    RunFilter filter = choice.filter();
    List<BatchRun> troubled =
        choice.ofOneState() || !choice.first() ? List.of() : runs.troubled(filter, SHOWN);
    Page<BatchRun> others =
        choice.ofOneState()
            ? runs.list(filter, choice.cursor(), SHOWN)
            : runs.untroubled(filter, choice.cursor(), SHOWN);
    model.addAttribute("counts", runs.counts());
    model.addAttribute("troubled", console.of(troubled));
    model.addAttribute("others", console.of(others.items()));
    model.addAttribute("next", others.next());
    model.addAttribute("churches", console.churches());
    model.addAttribute("jobs", console.jobs());
    model.addAttribute("states", RunState.values());
    model.addAttribute(
        "retriable",
        Stream.concat(troubled.stream(), others.items().stream())
            .anyMatch(run -> run.state().isOver() && run.state().next().contains(RunState.QUEUED)));
    return Fragments.view(request, "batch/platform-runs", "results");
  }

  /** Restarts what the filter shows, and says what became of each. */
  @PostMapping("/platform/batch/retry")
  String retry(
      @ModelAttribute("choice") PlatformChoice choice, SignedIn by, RedirectAttributes flash) {
    flash.addFlashAttribute(
        "results",
        control
            .retry(PlatformConsole.actor(by), choice.filter())
            .map(one -> new Result(console.of(one.run()), one.problem())));
    return "redirect:/platform/batch";
  }

  /**
   * What became of a run that was to be restarted.
   *
   * @param problem why it was not; null when it was
   */
  record Result(PlatformConsole.PlatformCard run, @Nullable String problem) {}
}
