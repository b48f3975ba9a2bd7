package org.verger.batch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.batch.AllRuns;
import org.verger.batch.ControlAllRuns;
import org.verger.batch.RunNotChangedException;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.web.SignedIn;

/** One run of any church, without what it was asked for with. */
@PageController
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
@RequestMapping("/platform/batch/runs/{id}")
class PlatformRunPage {

  private static final int LOG_LINES = 200;

  private final AllRuns runs;
  private final ControlAllRuns control;
  private final PlatformConsole console;

  PlatformRunPage(AllRuns runs, ControlAllRuns control, PlatformConsole console) {
    this.runs = runs;
    this.control = control;
    this.console = console;
  }

  @GetMapping
  String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
    PlatformConsole.PlatformCard run = console.of(runs.require(id));
    model.addAttribute("church", run.church());
    model.addAttribute("card", run.card());
    model.addAttribute("log", runs.log(id, LOG_LINES));
    return Fragments.view(request, "batch/platform-run", "live");
  }

  @PostMapping("/stop")
  String stop(@PathVariable UUID id, SignedIn by, RedirectAttributes flash) {
    return done(id, by, flash, "It stops as soon as it can.", control::stop);
  }

  @PostMapping("/restart")
  String restart(@PathVariable UUID id, SignedIn by, RedirectAttributes flash) {
    return done(id, by, flash, "It goes on from the step that did not end well.", control::restart);
  }

  @PostMapping("/abandon")
  String abandon(@PathVariable UUID id, SignedIn by, RedirectAttributes flash) {
    return done(id, by, flash, "Given up. It does not run again.", control::abandon);
  }

  @PostMapping("/recover")
  String recover(@PathVariable UUID id, SignedIn by, RedirectAttributes flash) {
    return done(id, by, flash, "Another process goes on with it.", control::recover);
  }

  private interface Verb {
    void apply(String by, UUID run);
  }

  private static String done(
      UUID id, SignedIn by, RedirectAttributes flash, String words, Verb verb) {
    try {
      verb.apply(PlatformConsole.actor(by), id);
      flash.addFlashAttribute("done", words);
    } catch (RunNotChangedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return "redirect:/platform/batch/runs/" + id;
  }
}
