package org.verger.approvals.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.AddToRequest;
import org.verger.approvals.HandleTask;
import org.verger.approvals.RequestClosedException;
import org.verger.approvals.StepId;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.pages.PageController;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** What people do with a task beside deciding it. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/tasks/{id}")
class TaskHandlingForms {

  private final HandleTask handle;
  private final AddToRequest add;
  private final TaskDesk desk;
  private final Staff staff;

  TaskHandlingForms(HandleTask handle, AddToRequest add, TaskDesk desk, Staff staff) {
    this.handle = handle;
    this.add = add;
    this.desk = desk;
    this.staff = staff;
  }

  private interface Change {
    void make(StepId step, PersonId person);
  }

  @PostMapping("/claim")
  String claim(@PathVariable UUID id, RedirectAttributes flash) {
    return attempt(id, flash, "You have taken this on; the others see it.", handle::claim);
  }

  @PostMapping("/release")
  String release(@PathVariable UUID id, RedirectAttributes flash) {
    return attempt(id, flash, "Given back: the others may decide it too.", handle::release);
  }

  @PostMapping("/assignment")
  String assign(
      @PathVariable UUID id,
      @RequestParam @Nullable String person,
      @RequestParam @Nullable String reason,
      RedirectAttributes flash) {
    return attempt(
        id,
        flash,
        "It is theirs now, and they are told.",
        (step, by) ->
            handle.reassign(
                step, by, new PersonId(Given.id("person", person)), Given.text(reason)));
  }

  @PostMapping("/comments")
  String comment(
      @PathVariable UUID id, @RequestParam @Nullable String text, RedirectAttributes flash) {
    return attempt(
        id,
        flash,
        "Your remark is there.",
        (step, by) -> add.comment(desk.requestOf(step), by, Given.text(text)));
  }

  // Whoever may not see the task is answered as if there were none.
  private String attempt(UUID id, RedirectAttributes flash, String done, Change change) {
    StepId step = new StepId(id);
    PersonId person = staff.person();
    desk.show(step, person);
    try {
      change.make(step, person);
      flash.addFlashAttribute("done", done);
    } catch (InvalidInputException wrong) {
      flash.addFlashAttribute("problem", wrong.errors().getFirst().message() + ".");
    } catch (NotAllowedException | RequestClosedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage() + ".");
    }
    return "redirect:/tasks/" + id;
  }
}
