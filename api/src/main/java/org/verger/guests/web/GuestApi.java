package org.verger.guests.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestDetails;
import org.verger.guests.GuestView;
import org.verger.processes.ProcessQueries;
import org.verger.processes.TaskView;
import org.verger.web.Staff;

/** Guests, for those whose roles reach them. */
@RestController
@RequestMapping("/api/v1/guests/{id}")
@PreAuthorize("isAuthenticated()")
@RunsInRole(RunsInRole.API)
class GuestApi {

  private final GuestDetails details;
  private final ProcessQueries processes;
  private final Staff staff;

  GuestApi(GuestDetails details, ProcessQueries processes, Staff staff) {
    this.details = details;
    this.processes = processes;
    this.staff = staff;
  }

  /**
   * A guest with the open tasks about them.
   *
   * @param next what the follow-up plans, unless something changes its path
   */
  record Answer(
      String id,
      String firstName,
      String lastName,
      @Nullable String phone,
      @Nullable String email,
      String language,
      String stage,
      Instant stageSince,
      @Nullable String campaign,
      List<GuestView.TimelineEntry> timeline,
      List<GuestView.NextStep> next,
      List<OpenTask> tasks) {}

  /** An open task. */
  record OpenTask(String id, String element, @Nullable Instant dueAt, Instant createdAt) {

    static OpenTask of(TaskView task) {
      return new OpenTask(
          Long.toString(task.key()), task.elementId(), task.dueAt(), task.createdAt());
    }
  }

  @GetMapping
  Answer show(@PathVariable String id) {
    GuestView guest = Guests.inReach(details, Guests.id(id), staff.person());
    return new Answer(
        guest.id(),
        guest.firstName(),
        guest.lastName(),
        guest.phone(),
        guest.email(),
        guest.language(),
        guest.stage(),
        guest.stageSince(),
        guest.campaign(),
        guest.timeline(),
        guest.next(),
        processes.openTasksAbout(guest.id()).stream().map(OpenTask::of).toList());
  }
}
