package org.verger.groups.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.groups.GroupFilter;
import org.verger.groups.GroupForm;
import org.verger.groups.GroupId;
import org.verger.groups.GroupRole;
import org.verger.groups.GroupView;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;
import org.verger.validation.InvalidInputException;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Groups, for those whose rights in the area people reach their unit. */
@RestController
@RequestMapping("/api/v1/groups")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class GroupsApi {

  private final GroupDesk desk;
  private final Idempotency idempotency;
  private final Staff staff;

  GroupsApi(GroupDesk desk, Idempotency idempotency, Staff staff) {
    this.desk = desk;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** A part of the list, by name. */
  record GroupsPart(List<GroupView> items, @Nullable String next) {}

  /**
   * A group.
   *
   * @param unit the id of the unit it belongs to
   * @param kind small-group, class, team or other
   * @param meetingDay 1 for Monday to 7
   * @param meetingTime as in 19:30
   */
  record GroupBody(
      @Nullable String name,
      @Nullable String unit,
      @Nullable String kind,
      @Nullable String description,
      @Nullable String meetingDay,
      @Nullable String meetingTime,
      @Nullable String place,
      @Nullable Boolean active) {

    GroupForm form() {
      return new GroupForm(name, unit, kind, description, meetingDay, meetingTime, place, active);
    }
  }

  /** Somebody who is to belong to the group; the role is leader or member. */
  record GroupMemberBody(@Nullable String person, @Nullable String role) {}

  /** Those who fit {@code search}, {@code unit}, {@code kind}, {@code active}; without members. */
  @GetMapping
  GroupsPart list(
      @RequestParam @Nullable String search,
      @RequestParam @Nullable String unit,
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable String active,
      @Parameter(hidden = true) @RequestParam Map<String, String> all,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    PersonId by = staff.person();
    try {
      Page<GroupView> page = desk.list().list(by, GroupFilter.of(all), cursor, limit);
      return new GroupsPart(page.items(), page.next());
    } catch (IllegalArgumentException unreadable) {
      throw InvalidInputException.of("filter", String.valueOf(unreadable.getMessage()));
    }
  }

  /** A group with its members, with its version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<GroupView> show(@PathVariable UUID id) {
    return answer(ResponseEntity.ok(), new GroupId(id));
  }

  @PostMapping
  ResponseEntity<GroupView> enter(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody GroupBody body) {
    PersonId by = staff.person();
    String id =
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("group", body),
            () -> desk.enter().enter(by, body.form()).toString());
    return answer(
        ResponseEntity.created(URI.create("/api/v1/groups/" + id)),
        new GroupId(UUID.fromString(id)));
  }

  /** Keeps what is sent in place of all that was known, the members aside. */
  @PutMapping("/{id}")
  ResponseEntity<GroupView> change(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody GroupBody body) {
    GroupId group = new GroupId(id);
    desk.change().change(staff.person(), group, ETags.version(ifMatch), body.form());
    return answer(ResponseEntity.ok(), group);
  }

  /** Makes somebody a member from today on, or gives a member another role. */
  @PostMapping("/{id}/members")
  @ResponseStatus(HttpStatus.CREATED)
  GroupView add(@PathVariable UUID id, @RequestBody GroupMemberBody body) {
    GroupId group = new GroupId(id);
    PersonId person = new PersonId(Given.id("person", body.person()));
    desk.members().add(staff.person(), group, person, role(body.role()));
    return desk.require(group, staff.person());
  }

  /** Ends a membership today. */
  @DeleteMapping("/{id}/members/{person}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, @PathVariable UUID person) {
    desk.members().end(staff.person(), new GroupId(id), new PersonId(person));
  }

  private static GroupRole role(@Nullable String code) {
    try {
      return Given.text(code).isEmpty() ? GroupRole.MEMBER : GroupRole.of(Given.text(code));
    } catch (IllegalArgumentException unknown) {
      throw InvalidInputException.of("role", String.valueOf(unknown.getMessage()));
    }
  }

  private ResponseEntity<GroupView> answer(ResponseEntity.BodyBuilder answer, GroupId id) {
    GroupView group = desk.require(id, staff.person());
    return answer.eTag(ETags.of(group.version())).body(group);
  }
}
