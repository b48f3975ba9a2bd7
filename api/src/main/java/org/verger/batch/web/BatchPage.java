package org.verger.batch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.batch.BatchRun;
import org.verger.batch.ChurchJob;
import org.verger.batch.Runs;
import org.verger.batch.StartRun;
import org.verger.organisation.Area;
import org.verger.organisation.Extent;
import org.verger.organisation.PersonId;
import org.verger.pages.Fragments;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.validation.InvalidInputException;

/** The jobs, the last run of each, and what runs now. */
@PageController
@PreAuthorize("isAuthenticated()")
class BatchPage {

  private final Runs runs;
  private final StartRun startRun;
  private final BatchCards cards;
  private final Console console;

  BatchPage(Runs runs, StartRun startRun, BatchCards cards, Console console) {
    this.runs = runs;
    this.startRun = startRun;
    this.cards = cards;
    this.console = console;
  }

  /**
   * A job.
   *
   * @param last its latest run here; null when there was none
   */
  record Row(ChurchJob job, @Nullable RunCard last) {}

  @GetMapping("/batch")
  String show(HttpServletRequest request, Model model) {
    console.looker();
    Map<String, BatchRun> latest =
        runs.latest().stream().collect(Collectors.toMap(BatchRun::job, Function.identity()));
    model.addAttribute("current", cards.of(runs.current()));
    model.addAttribute("rows", cards.jobs().stream().map(job -> row(job, latest)).toList());
    model.addAttribute("mayAct", console.mayAct());
    return Fragments.view(request, "batch/jobs", "live");
  }

  private Row row(ChurchJob job, Map<String, BatchRun> latest) {
    BatchRun last = latest.get(job.name());
    return new Row(job, last == null ? null : cards.of(last));
  }

  @PostMapping("/batch/jobs/{job}/runs")
  String start(
      @PathVariable String job, @RequestParam Map<String, String> form, RedirectAttributes flash) {
    PersonId by = console.looker();
    try {
      UUID run = startRun.start(by, job, null, inputs(job, form));
      flash.addFlashAttribute("done", "It waits for its turn and starts within seconds.");
      return "redirect:/batch/runs/" + run;
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute(
          "problem",
          invalid.errors().stream()
              .map(InvalidInputException.FieldError::message)
              .distinct()
              .collect(Collectors.joining(". ")));
      return "redirect:/batch";
    }
  }

  // The form carries fields of ours, too.
  private Map<String, String> inputs(String job, Map<String, String> form) {
    List<String> names =
        cards.jobs().stream()
            .filter(known -> known.name().equals(job))
            .flatMap(known -> known.inputs().stream())
            .map(input -> input.name())
            .toList();
    return form.entrySet().stream()
        .filter(field -> names.contains(field.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Bean
  static NavigationEntry batchEntry() {
    return NavigationEntry.forEntitled(
        "Batch", "/batch", "calendar-clock", 900, Extent.LIMITED, Area.SYSTEM);
  }
}
