package org.verger.batch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.verger.batch.RunFilter;
import org.verger.batch.RunState;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Who is at the console. */
@Component("batchConsole")
@RunsInRole(RunsInRole.API)
class Console {

  private static final String LATE = "late";

  private final Access access;
  private final Staff staff;

  Console(Access access, Staff staff) {
    this.access = access;
    this.staff = staff;
  }

  /**
   * Somebody who may look at what runs.
   *
   * @throws AccessDeniedException when whoever asks may not
   */
  PersonId looker() {
    PersonId person = staff.person();
    if (!access.mayLook(person, Area.SYSTEM)) {
      throw new AccessDeniedException("Your roles give you no right to this (area system)");
    }
    return person;
  }

  /** Whether whoever asks may look. */
  boolean mayLook() {
    return staff.find().filter(person -> access.mayLook(person, Area.SYSTEM)).isPresent();
  }

  /** Whether whoever asks may start, stop and change, too. */
  boolean mayAct() {
    return staff.reach(Area.SYSTEM).everything();
  }

  /**
   * Reads a filter.
   *
   * @param state one that a run can be in, or {@code late}
   * @throws InvalidInputException when there is no such state
   */
  static RunFilter filter(@Nullable String job, @Nullable String state, @Nullable String church) {
    String code = Given.text(state);
    boolean late = code.equals(LATE);
    return new RunFilter(
        Given.optional(job),
        late || code.isEmpty() ? null : state(code),
        Given.optional(church),
        late);
  }

  private static RunState state(String code) {
    return RunState.of(code)
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "state",
                    "Choose queued, running, stopping, stopped, completed, failed, held, abandoned"
                        + " or late"));
  }
}
