package org.verger.guests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.verger.messages.Channel;
import org.verger.messages.Consents;
import org.verger.processes.Processes;

/** One attempt to take a form, in the transaction that is open. */
@Component
class Registration {

  private static final String SOURCE = "connect-form";

  private final GuestIntake intake;
  private final GuestRecords records;
  private final Schedules schedules;
  private final Consents consents;
  private final Processes processes;

  Registration(
      GuestIntake intake,
      GuestRecords records,
      Schedules schedules,
      Consents consents,
      Processes processes) {
    this.intake = intake;
    this.records = records;
    this.schedules = schedules;
    this.consents = consents;
    this.processes = processes;
  }

  /** The guest; empty when somebody else was quicker and is not visible yet. */
  Optional<GuestId> attempt(CheckedForm form) {
    Schedules.Plan plan = schedules.next();
    Optional<GuestId> created =
        intake.insert(form, intake.unitFor(form.campaign()), plan.schedule(), plan.now());
    if (created.isEmpty()) {
      return recognise(form, plan.now());
    }
    GuestId guest = created.get();
    keepConsent(form, true);
    processes.publish(
        "guest-registered",
        guest.toString(),
        ProcessVariables.GuestRegistered.of(guest, plan.schedule()));
    return created;
  }

  private Optional<GuestId> recognise(CheckedForm form, Instant now) {
    List<GuestId> known = intake.known(form);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    GuestId guest = known.getFirst();
    if (known.size() > 1) {
      intake.suspect(guest, known.get(1), now);
    } else {
      intake.complete(guest, form);
    }
    records.note(guest, ActivityKind.CONNECT_FORM, "again", form.note(), null, now);
    keepConsent(form, false);
    return Optional.of(guest);
  }

  // A box that is left empty on a later form takes nothing back: STOP does.
  private void keepConsent(CheckedForm form, boolean first) {
    if (form.phone() != null && (first || form.smsConsent())) {
      consents.record(Channel.SMS, form.phone(), form.smsConsent(), SOURCE);
    }
    if (form.email() != null && (first || form.emailConsent())) {
      consents.record(Channel.EMAIL, form.email(), form.emailConsent(), SOURCE);
    }
  }
}
