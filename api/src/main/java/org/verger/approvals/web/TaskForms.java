package org.verger.approvals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.DecideStep;
import org.verger.approvals.Decision;
import org.verger.approvals.StepId;
import org.verger.approvals.UnknownRequestException;
import org.verger.pages.PageController;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Deciding a task on its page. */
@PageController
@PreAuthorize("isAuthenticated()")
class TaskForms {

  private final Verdicts verdicts;
  private final TaskDesk desk;
  private final Staff staff;

  TaskForms(Verdicts verdicts, TaskDesk desk, Staff staff) {
    this.verdicts = verdicts;
    this.desk = desk;
    this.staff = staff;
  }

  @PostMapping("/tasks/{id}/decision")
  String decide(
      @PathVariable UUID id,
      @RequestParam String decision,
      @RequestParam int seen,
      @RequestParam @Nullable String reason,
      @RequestParam(defaultValue = "mine") String view,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    StepId step = new StepId(id);
    Decision said =
        Decision.of(decision).orElseThrow(() -> new UnknownRequestException(id.toString()));
    Verdict verdict =
        verdicts.decide(
            new DecideStep.Ballot(
                step, staff.person(), said, Given.optional(reason), seen, "page"));
    flash.addAttribute("view", view);
    return switch (verdict.kind()) {
      case DECIDED, COUNTED, SAID_BEFORE -> {
        flash.addFlashAttribute("done", verdict.sentence());
        yield "redirect:/tasks";
      }
      case TOO_LATE, REFUSED, NOT_READY, CHANGED -> {
        flash.addFlashAttribute("problem", problem(step, verdict));
        flash.addFlashAttribute("said", Map.of(decision, Given.text(reason)));
        yield "redirect:/tasks/" + id;
      }
      case INVALID -> {
        model.addAttribute("desk", desk.show(step, staff.person()));
        model.addAttribute("view", view);
        model.addAttribute("search", "");
        model.addAttribute("found", List.of());
        model.addAttribute("problems", Map.of(decision, verdict.sentence()));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield "tasks/task";
      }
      case UNKNOWN -> throw new UnknownRequestException(Objects.toString(id));
    };
  }

  // The steps of a request that was changed a lot are other ones: there is something to decide.
  private String problem(StepId step, Verdict verdict) {
    return verdict.kind() == Verdict.Kind.TOO_LATE && desk.show(step, staff.person()).open()
        ? "The request has changed meanwhile: look at it again."
        : verdict.sentence();
  }
}
