package org.verger.guests.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestDetails;
import org.verger.guests.GuestView;
import org.verger.guests.UnknownGuestException;
import org.verger.processes.ProcessQueries;
import org.verger.processes.TaskView;
import org.verger.web.Staff;

/** Decides the tasks about a guest; only those whom a task is for, and administrators, may. */
@RestController
@RunsInRole(RunsInRole.API)
class GuestTasksApi {

  private final GuestDetails details;
  private final ProcessQueries processes;
  private final GuestTaskOutcomes outcomes;
  private final Staff staff;

  GuestTasksApi(
      GuestDetails details, ProcessQueries processes, GuestTaskOutcomes outcomes, Staff staff) {
    this.details = details;
    this.processes = processes;
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
    GuestView guest = Guests.inReach(details, id, staff.reach());
    TaskView open =
        processes
            .openTask(task)
            .filter(found -> guest.id().equals(found.subjectId()))
            .orElseThrow(() -> new UnknownGuestException(id + " with the open task " + task));
    return new Decided(
        outcomes.decide(
            open, Guests.id(guest.id()), staff.person(), outcome.outcome(), outcome.note()));
  }
}
