package org.verger.approvals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.Decision;
import org.verger.pages.PageController;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Deciding several tasks of the list at once. */
@PageController
@PreAuthorize("isAuthenticated()")
class TaskListForms {

  private static final int MOST_AT_ONCE = 200;

  private final TaskBoard board;
  private final DecideSeveral decideSeveral;
  private final Staff staff;

  TaskListForms(TaskBoard board, DecideSeveral decideSeveral, Staff staff) {
    this.board = board;
    this.decideSeveral = decideSeveral;
    this.staff = staff;
  }

  @PostMapping("/tasks/decisions")
  String decide(
      @ModelAttribute("choice") TaskChoice choice,
      @RequestParam(name = "task", defaultValue = "") List<String> ticked,
      @RequestParam @Nullable String decision,
      @RequestParam @Nullable String reason,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    Decision said = Decision.of(Given.text(decision)).orElse(null);
    Map<String, String> problems = problems(ticked, said, Given.text(reason));
    if (said == null || !problems.isEmpty()) {
      board.show(choice, model);
      model.addAttribute("problems", problems);
      model.addAttribute("ticked", ticked);
      model.addAttribute("reason", Given.text(reason));
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "tasks/list";
    }
    flash.addFlashAttribute(
        "results", decideSeveral.decide(staff.person(), ticked, said, Given.optional(reason)));
    flash.addAttribute("view", choice.view());
    flash.addAttribute("kind", choice.kind());
    flash.addAttribute("search", choice.search());
    flash.addAttribute("sort", choice.sort());
    return "redirect:/tasks";
  }

  private static Map<String, String> problems(
      List<String> ticked, @Nullable Decision said, String reason) {
    if (ticked.isEmpty() || ticked.size() > MOST_AT_ONCE) {
      return Map.of("task", "Tick what you want to decide, up to 200 at once.");
    }
    return said != Decision.APPROVE && reason.isEmpty()
        ? Map.of("reason", "Say why, so that those who asked can follow.")
        : Map.of();
  }
}
