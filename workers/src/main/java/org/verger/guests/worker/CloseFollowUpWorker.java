package org.verger.guests.worker;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.engine.Nothing;
import org.verger.guests.CloseFollowUp;
import org.verger.guests.Exit;
import org.verger.guests.GuestId;

/** Ends the follow-up in the records. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class CloseFollowUpWorker implements JobWorker<CloseFollowUpWorker.Input, Nothing> {

  private final CloseFollowUp closeFollowUp;

  CloseFollowUpWorker(CloseFollowUp closeFollowUp) {
    this.closeFollowUp = closeFollowUp;
  }

  /**
   * What the process knows.
   *
   * @param exit how the guest left; missing when the follow-up ran to its end
   */
  record Input(String guestId, @Nullable String exit) {}

  @Override
  public String jobType() {
    return "guests-close-follow-up";
  }

  @Override
  public Nothing work(Input input) {
    String exit = input.exit();
    closeFollowUp.close(GuestId.parse(input.guestId()), exit == null ? null : Exit.of(exit));
    return new Nothing();
  }
}
