package org.verger.guests.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestDetails;
import org.verger.guests.GuestId;
import org.verger.guests.GuestTask;
import org.verger.guests.UnknownGuestException;
import org.verger.web.Staff;

/** Decides the tasks about a guest; only those whom a task is for, and administrators, may. */
@RestController
@RunsInRole(RunsInRole.API)
class GuestTasksApi {

  private final GuestDetails details;
  private final FollowUpProcess process;
  private final GuestTaskOutcomes outcomes;
  private final Staff staff;

  GuestTasksApi(
      GuestDetails details, FollowUpProcess process, GuestTaskOutcomes outcomes, Staff staff) {
    this.details = details;
    this.process = process;
    this.outcomes = outcomes;
    this.staff = staff;
  }

  /** How the task ended; the note stays in the records. */
  record Outcome(@Nullable String outcome, @Nullable String note) {}

  /** Whether this call decided it; false when somebody had done so before. */
  record Decided(boolean decided) {}

  @PostMapping("/api/v1/guests/{id}/tasks/{task}")
  @PreAuthorize("isAuthenticated()")
  Decided decide(@PathVariable String id, @PathVariable long task, @RequestBody Outcome outcome) {
    GuestId guest = Guests.id(Guests.inReach(details, Guests.id(id), staff.person()).id());
    FollowUpProcess.OpenTask open =
        process
            .task(guest, task)
            .orElseThrow(() -> new UnknownGuestException(id + " with the open task " + task));
    return new Decided(
        outcomes.decide(
            TaskKind.of(open.element()),
            new GuestTask(task, guest, staff.person(), open.groups()),
            outcome.outcome(),
            outcome.note()));
  }
}
