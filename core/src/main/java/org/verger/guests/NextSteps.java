package org.verger.guests;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.verger.guests.GuestView.NextStep;
import org.verger.guests.GuestView.TimelineEntry;
import org.verger.messages.MessageEntry;

/** What a follow-up will still do, as its schedule and its messages say. */
final class NextSteps {

  private static final Set<Stage> ON_THE_WAY =
      EnumSet.of(Stage.NEW, Stage.CONTACTED, Stage.CONNECTED);

  private NextSteps() {}

  static List<NextStep> of(
      FollowUps.FollowUp followUp,
      Stage stage,
      List<TimelineEntry> past,
      List<MessageEntry> messages,
      Instant now) {
    if (!followUp.isOpen() || !ON_THE_WAY.contains(stage)) {
      return List.of();
    }
    FollowUpSchedule at = followUp.schedule();
    return Stream.of(
            message(at.thankYouAt(), "Thank-you SMS", "guest-thank-you", messages),
            message(at.emailAt(), "Welcome e-mail", "guest-welcome", messages),
            call(at, past, now),
            message(at.invitationAt(), "Invitation to a small group", "guest-invitation", messages),
            message(at.checkInAt(), "Decision check-in", "guest-check-in", messages),
            Stream.of(new NextStep(at.closeAt(), "End of the follow-up")))
        .flatMap(steps -> steps)
        .sorted(Comparator.comparing(NextStep::at))
        .toList();
  }

  private static Stream<NextStep> message(
      Instant at, String what, String template, List<MessageEntry> messages) {
    return messages.stream()
        .filter(message -> message.template().equals(template))
        .findFirst()
        .map(message -> held(message, what))
        .orElseGet(() -> Stream.of(new NextStep(at, what)));
  }

  private static Stream<NextStep> held(MessageEntry message, String what) {
    Instant until = message.heldUntil();
    return until == null ? Stream.empty() : Stream.of(new NextStep(until, what));
  }

  // A call that is overdue is an open task, not something to come.
  private static Stream<NextStep> call(FollowUpSchedule at, List<TimelineEntry> past, Instant now) {
    String call = ActivityKind.CALL.code();
    return past.stream().anyMatch(entry -> entry.kind().equals(call))
        ? Stream.empty()
        : Stream.of(
                new NextStep(at.callDueAt(), "Personal call is due"),
                new NextStep(at.escalateAt(), "Personal call goes to the leader"))
            .filter(step -> step.at().isAfter(now));
  }
}
