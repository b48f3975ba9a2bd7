package org.verger.batch.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.batch.ChangeSchedule;
import org.verger.batch.Schedule;
import org.verger.batch.Schedules;
import org.verger.organisation.PersonId;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.InvalidInputException;

/** When jobs run, by the church's clock. */
@PageController
@PreAuthorize("isAuthenticated()")
class BatchSchedulesPage {

  private static final String PAGE = "batch/schedules";

  private final Schedules schedules;
  private final ChangeSchedule changeSchedule;
  private final Console console;

  BatchSchedulesPage(Schedules schedules, ChangeSchedule changeSchedule, Console console) {
    this.schedules = schedules;
    this.changeSchedule = changeSchedule;
    this.console = console;
  }

  /** A schedule and what is typed into its form. */
  record Row(Schedule schedule, RhythmFields fields) {}

  /**
   * The form.
   *
   * @param dayOfWeek from Monday as 1
   * @param on null when the box is empty
   */
  record Fields(
      @Nullable String every,
      @Nullable String time,
      @Nullable Integer dayOfWeek,
      @Nullable Integer dayOfMonth,
      @Nullable Integer month,
      @Nullable String on,
      int version) {

    RhythmFields rhythm() {
      return new RhythmFields(every, time, "week".equals(every) ? dayOfWeek : dayOfMonth, month);
    }
  }

  @ModelAttribute
  void surroundings(Model model) {
    console.looker();
    model.addAttribute("mayAct", console.mayAct());
    model.addAttribute("problems", Map.of());
    model.addAttribute("wrong", null);
  }

  @GetMapping("/batch/schedules")
  ModelAndView show() {
    return new ModelAndView(PAGE, "rows", rows(null, null));
  }

  @PostMapping("/batch/schedules/{job}")
  ModelAndView change(
      @PathVariable String job, @ModelAttribute("form") Fields fields, RedirectAttributes flash) {
    PersonId by = console.looker();
    try {
      boolean changed =
          changeSchedule.change(
              by,
              new ChangeSchedule.Wanted(
                  job, fields.rhythm().read(), fields.on() != null, fields.version()));
      flash.addFlashAttribute(
          changed ? "done" : "problem",
          changed ? "Saved." : "Somebody else changed it meanwhile: look at it again.");
      return new ModelAndView("redirect:/batch/schedules");
    } catch (InvalidInputException invalid) {
      ModelAndView again = RequestForms.again(PAGE, invalid);
      return again.addObject("wrong", job).addObject("rows", rows(job, fields.rhythm()));
    }
  }

  private List<Row> rows(@Nullable String job, @Nullable RhythmFields typed) {
    return schedules.list().stream()
        .map(
            one ->
                new Row(
                    one,
                    typed != null && one.job().equals(job) ? typed : RhythmFields.of(one.rhythm())))
        .toList();
  }
}
