package org.verger.guests.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.guests.GuestId;
import org.verger.guests.GuestTask;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** The answers to the forms of tasks about guests. */
@PageController
@PreAuthorize("isAuthenticated()")
class GuestTaskForms {

  private final FollowUpProcess process;
  private final GuestTaskOutcomes outcomes;
  private final Staff staff;

  GuestTaskForms(FollowUpProcess process, GuestTaskOutcomes outcomes, Staff staff) {
    this.process = process;
    this.outcomes = outcomes;
    this.staff = staff;
  }

  @PostMapping("/guests/{id}/tasks/{key}")
  String decide(
      @PathVariable UUID id,
      @PathVariable long key,
      @RequestParam @Nullable String outcome,
      @RequestParam @Nullable String note,
      @RequestParam(defaultValue = "") String back,
      RedirectAttributes flash) {
    GuestId guest = new GuestId(id);
    Optional<FollowUpProcess.OpenTask> open = process.task(guest, key);
    boolean decided =
        open.isPresent()
            && outcomes.decide(
                TaskKind.of(open.get().element()),
                new GuestTask(key, guest, staff.person(), open.get().groups()),
                outcome,
                GuestActions.given(note));
    flash.addFlashAttribute(
        decided ? "done" : "problem",
        decided ? "Saved. Thank you!" : "Somebody has done this in the meantime.");
    return "redirect:" + (back.isEmpty() ? "/guests/" + id : Fragments.ownPath(back));
  }
}
