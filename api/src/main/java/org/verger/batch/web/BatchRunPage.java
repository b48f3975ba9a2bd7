package org.verger.batch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.batch.BatchRun;
import org.verger.batch.ControlRuns;
import org.verger.batch.RunNotChangedException;
import org.verger.batch.Runs;
import org.verger.organisation.PersonId;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.pages.RunLinks;

/** One run while it goes on and afterwards. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/batch/runs/{id}")
class BatchRunPage {

  private static final int LOG_LINES = 200;

  private final Runs runs;
  private final ControlRuns control;
  private final BatchCards cards;
  private final Console console;
  private final List<RunLinks> origins;

  BatchRunPage(
      Runs runs, ControlRuns control, BatchCards cards, Console console, List<RunLinks> origins) {
    this.runs = runs;
    this.control = control;
    this.cards = cards;
    this.console = console;
    this.origins = origins;
  }

  @GetMapping
  String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
    console.looker();
    BatchRun run = runs.require(id);
    model.addAttribute("card", cards.of(run));
    model.addAttribute("links", links(run));
    model.addAttribute("log", runs.log(id, LOG_LINES));
    model.addAttribute("mayAct", console.mayAct());
    return Fragments.view(request, "batch/run", "live");
  }

  private List<RunLinks.RunLink> links(BatchRun run) {
    return origins.stream().flatMap(origin -> origin.of(run.parameters()).stream()).toList();
  }

  @PostMapping("/stop")
  String stop(@PathVariable UUID id, RedirectAttributes flash) {
    return done(id, flash, "It stops as soon as it can.", control::stop);
  }

  @PostMapping("/restart")
  String restart(@PathVariable UUID id, RedirectAttributes flash) {
    return done(id, flash, "It goes on from the step that did not end well.", control::restart);
  }

  @PostMapping("/abandon")
  String abandon(@PathVariable UUID id, RedirectAttributes flash) {
    return done(id, flash, "Given up. It does not run again.", control::abandon);
  }

  @PostMapping("/recover")
  String recover(@PathVariable UUID id, RedirectAttributes flash) {
    return done(id, flash, "Another process goes on with it.", control::recover);
  }

  private interface Verb {
    void apply(PersonId by, UUID run);
  }

  private String done(UUID id, RedirectAttributes flash, String words, Verb verb) {
    try {
      verb.apply(console.looker(), id);
      flash.addFlashAttribute("done", words);
    } catch (RunNotChangedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return "redirect:/batch/runs/" + id;
  }
}
