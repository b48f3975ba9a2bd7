package org.verger.batch.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.batch.BatchRun;
import org.verger.batch.ControlRuns;
import org.verger.batch.RunFilter;
import org.verger.batch.RunState;
import org.verger.batch.Runs;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.paging.Page;

/** The list of runs, and restarting all that match. */
@PageController
@PreAuthorize("isAuthenticated()")
class BatchRunsPage {

  private static final int SHOWN = 50;

  private final Runs runs;
  private final ControlRuns control;
  private final BatchCards cards;
  private final Console console;

  BatchRunsPage(Runs runs, ControlRuns control, BatchCards cards, Console console) {
    this.runs = runs;
    this.control = control;
    this.cards = cards;
    this.console = console;
  }

  /** What is shown. */
  record Choice(@Nullable String job, @Nullable String state, @Nullable String cursor) {

    /** Whether it leaves runs out. */
    public boolean restricts() {
      return (job != null && !job.isEmpty()) || (state != null && !state.isEmpty());
    }
  }

  @GetMapping("/batch/runs")
  String list(@ModelAttribute("choice") Choice choice, HttpServletRequest request, Model model) {
    console.looker();
    RunFilter filter = Console.filter(choice.job(), choice.state(), null);
    Page<BatchRun> page = runs.list(filter, choice.cursor(), SHOWN);
    model.addAttribute("runs", cards.of(page.items()));
    model.addAttribute("next", page.next());
    model.addAttribute("jobs", cards.jobs());
    model.addAttribute("states", RunState.values());
    model.addAttribute("retriable", console.mayAct() && runs.anyToRestart(filter));
    return Fragments.view(request, "batch/runs", "results");
  }

  /** Restarts what the filter shows, and says what became of each. */
  @PostMapping("/batch/runs/retry")
  String retry(@ModelAttribute("choice") Choice choice, RedirectAttributes flash) {
    flash.addFlashAttribute(
        "results",
        control.retry(console.looker(), Console.filter(choice.job(), choice.state(), null)));
    return "redirect:/batch/runs";
  }
}
