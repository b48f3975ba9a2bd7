package org.verger.guests;

/** What the follow-up process is told: ids and routing facts, instants as ISO-8601 in UTC. */
final class ProcessVariables {

  private ProcessVariables() {}

  /** With {@code guest-registered}, which starts the process. */
  record GuestRegistered(
      String guestId,
      String thankYouAt,
      String emailAt,
      String callDueAt,
      String escalateAt,
      String invitationAt,
      String checkInAt,
      String closeAt) {

    static GuestRegistered of(GuestId guest, FollowUpSchedule schedule) {
      return new GuestRegistered(
          guest.toString(),
          schedule.thankYouAt().toString(),
          schedule.emailAt().toString(),
          schedule.callDueAt().toString(),
          schedule.escalateAt().toString(),
          schedule.invitationAt().toString(),
          schedule.checkInAt().toString(),
          schedule.closeAt().toString());
    }
  }

  /** With {@code guest-returned}. */
  record GuestNamed(String guestId) {}

  /**
   * With {@code guest-replied} and {@code guest-decided}, which start a process.
   *
   * @param stayId what a {@code guest-left} ends the process by
   */
  record GuestStays(String guestId, String stayId) {}

  /** With {@code guest-left}. */
  record GuestLeft(String guestId, String exit) {}

  /** Completes a call task. */
  record CallMade(String callOutcome) {}

  /** Completes the task to answer a reply. */
  record ReplyAnswered(boolean replyAnswered) {}

  /** Completes the task to plan discipleship. */
  record DiscipleshipPlanned(boolean discipleshipPlanned) {}
}
