package org.verger.guests.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.guests.DecisionKind;
import org.verger.guests.Exit;
import org.verger.guests.GuestId;
import org.verger.guests.IllegalStageChangeException;
import org.verger.guests.LeaveFunnel;
import org.verger.guests.OptOut;
import org.verger.guests.RecordDecision;
import org.verger.guests.RecordVisit;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** What people enter on a guest's page. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/guests/{id}")
class GuestActions {

  private final RecordVisit recordVisit;
  private final RecordDecision recordDecision;
  private final LeaveFunnel leaveFunnel;
  private final OptOut optOut;
  private final Staff staff;

  GuestActions(
      RecordVisit recordVisit,
      RecordDecision recordDecision,
      LeaveFunnel leaveFunnel,
      OptOut optOut,
      Staff staff) {
    this.recordVisit = recordVisit;
    this.recordDecision = recordDecision;
    this.leaveFunnel = leaveFunnel;
    this.optOut = optOut;
    this.staff = staff;
  }

  @PostMapping("/visits")
  String visit(
      @PathVariable UUID id, @RequestParam @Nullable String note, RedirectAttributes flash) {
    recordVisit.record(new GuestId(id), given(note), staff.person());
    return saved(id, "The visit is kept.", flash);
  }

  @PostMapping("/decisions")
  String decision(
      @PathVariable UUID id,
      @RequestParam String kind,
      @RequestParam @Nullable String note,
      RedirectAttributes flash) {
    recordDecision.record(new GuestId(id), DecisionKind.of(kind), given(note), staff.person());
    return saved(id, "The decision is kept.", flash);
  }

  @PostMapping("/exit")
  String exit(
      @PathVariable UUID id,
      @RequestParam String exit,
      @RequestParam @Nullable String note,
      RedirectAttributes flash) {
    try {
      leave(new GuestId(id), Exit.of(exit), given(note));
    } catch (IllegalStageChangeException refused) {
      flash.addFlashAttribute("problem", refused.getMessage() + ".");
      return "redirect:/guests/" + id;
    }
    return saved(id, "The follow-up has ended.", flash);
  }

  private void leave(GuestId guest, Exit exit, @Nullable String note) {
    if (exit == Exit.OPTED_OUT) {
      optOut.optOut(guest, note, staff.person());
    } else {
      leaveFunnel.leave(guest, exit, note, staff.person());
    }
  }

  private static String saved(UUID id, String done, RedirectAttributes flash) {
    flash.addFlashAttribute("done", done);
    return "redirect:/guests/" + id;
  }

  static @Nullable String given(@Nullable String note) {
    return note == null || note.isBlank() ? null : note.strip();
  }
}
