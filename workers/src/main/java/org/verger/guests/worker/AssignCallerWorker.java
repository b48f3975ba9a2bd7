package org.verger.guests.worker;

import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.guests.AssignCaller;
import org.verger.guests.GuestId;

/** Finds out who calls the guest, as things stand now. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class AssignCallerWorker implements JobWorker<AssignCallerWorker.Input, AssignCaller.Callers> {

  private final AssignCaller assignCaller;

  AssignCallerWorker(AssignCaller assignCaller) {
    this.assignCaller = assignCaller;
  }

  record Input(String guestId) {}

  @Override
  public String jobType() {
    return "guests-assign-caller";
  }

  @Override
  public AssignCaller.Callers work(Input input) {
    return assignCaller.assign(GuestId.parse(input.guestId()));
  }
}
