package org.verger.attendance.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.attendance.Gatherings;
import org.verger.attendance.MarkAttendance;
import org.verger.attendance.WhoWasThere;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Area;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Who was at a gathering, for those who have a say over events at its unit. */
@RestController
@RequestMapping("/api/v1/gatherings/{id}/attendance")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class AttendanceApi {

  private final Gatherings gatherings;
  private final WhoWasThere whoWasThere;
  private final MarkAttendance mark;
  private final Staff staff;

  AttendanceApi(Gatherings gatherings, WhoWasThere whoWasThere, MarkAttendance mark, Staff staff) {
    this.gatherings = gatherings;
    this.whoWasThere = whoWasThere;
    this.mark = mark;
    this.staff = staff;
  }

  /** Somebody who was there. */
  record Present(UUID person, String name) {}

  /** Those who were there, by name. */
  record PresentItems(List<Present> items) {}

  /** The ids of people who were there and of people who were not. */
  record Marks(@Nullable List<String> present, @Nullable List<String> absent) {}

  @GetMapping
  PresentItems list(@PathVariable UUID id) {
    gatherings.require(id, staff.someReach(Area.EVENTS));
    return new PresentItems(
        whoWasThere.present(id).stream().map(one -> new Present(one.id(), one.name())).toList());
  }

  /** Marks many people at once, all or none; answers how many marks are new and how many gone. */
  @PostMapping
  MarkAttendance.Marked mark(@PathVariable UUID id, @RequestBody Marks asked) {
    return mark.mark(
        staff.person(), id, ids("present", asked.present()), ids("absent", asked.absent()));
  }

  /** Marks one person present; a second time changes nothing. */
  @PutMapping("/{person}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void present(@PathVariable UUID id, @PathVariable UUID person) {
    mark.mark(staff.person(), id, List.of(person), List.of());
  }

  /** Takes the mark of one person away; a second time changes nothing. */
  @DeleteMapping("/{person}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void absent(@PathVariable UUID id, @PathVariable UUID person) {
    mark.mark(staff.person(), id, List.of(), List.of(person));
  }

  private static List<UUID> ids(String field, @Nullable List<String> given) {
    return Objects.requireNonNullElse(given, List.<String>of()).stream()
        .map(one -> Given.id(field, one))
        .toList();
  }
}
