package org.verger.guests;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.processes.Processes;

/**
 * What the use cases have in common: lock the guest, keep what happened, change the stage, tell the
 * process. Each belongs to the transaction that is open.
 */
@Component
class GuestChanges {

  private final GuestRecords records;
  private final FollowUps followUps;
  private final Access access;
  private final Processes processes;
  private final Clock clock;

  GuestChanges(
      GuestRecords records, FollowUps followUps, Access access, Processes processes, Clock clock) {
    this.records = records;
    this.followUps = followUps;
    this.access = access;
    this.processes = processes;
    this.clock = clock;
  }

  /**
   * The guest, locked.
   *
   * @param by who wants to change something; null when no person does
   * @throws UnknownGuestException when there is none within that person's reach
   */
  Guest open(GuestId id, @Nullable PersonId by) {
    Guest guest = records.lock(id);
    if (by != null && !access.reaches(by, id.toString())) {
      throw new UnknownGuestException(id);
    }
    return guest;
  }

  void note(Guest guest, ActivityKind kind, @Nullable String detail, @Nullable PersonId by) {
    note(guest, kind, null, detail, by);
  }

  void note(
      Guest guest,
      ActivityKind kind,
      @Nullable String result,
      @Nullable String detail,
      @Nullable PersonId by) {
    records.note(guest.id(), kind, result, detail, by, Instant.now(clock));
  }

  /** Changes the stage if the guest can go there from here. */
  boolean moveIfLegal(Guest guest, Stage to, StageCause cause, @Nullable PersonId by) {
    return StageTransitions.allows(guest.stage(), to)
        && records.move(guest.id(), guest.stage(), to, cause, by, Instant.now(clock));
  }

  /**
   * Changes the stage; a guest who is there already stays.
   *
   * @throws IllegalStageChangeException when the guest cannot go there from here
   */
  void move(Guest guest, Stage to, StageCause cause, @Nullable PersonId by) {
    if (guest.stage() != to && !moveIfLegal(guest, to, cause, by)) {
      throw new IllegalStageChangeException(guest.stage(), to);
    }
  }

  /** Tells the follow-up, if it goes on. */
  void tell(Guest guest, String message, Record variables) {
    if (followUps.of(guest.id()).filter(FollowUps.FollowUp::isOpen).isPresent()) {
      processes.publish(message, guest.id().toString(), variables);
    }
  }

  /** Starts the process that begins with the message, whether or not the follow-up goes on. */
  void begin(Guest guest, String message) {
    String id = guest.id().toString();
    processes.publish(message, id, new ProcessVariables.GuestStays(id, records.stay(guest.id())));
  }

  /** Keeps that the guest left and ends all that runs, but nothing that begins afterwards. */
  void leave(
      Guest guest, Exit exit, String result, @Nullable String detail, @Nullable PersonId by) {
    String id = guest.id().toString();
    processes.publish(
        "guest-left",
        id,
        records.stay(guest.id()),
        new ProcessVariables.GuestLeft(id, exit.code()));
    note(
        guest,
        exit == Exit.OPTED_OUT ? ActivityKind.OPTED_OUT : ActivityKind.LEFT,
        result,
        detail,
        by);
  }

  /** Ends the follow-up; false when it had ended before. */
  boolean endFollowUp(Guest guest, @Nullable Exit exit) {
    return followUps.end(guest.id(), exit, Instant.now(clock));
  }
}
