package org.verger.approvals.worker;

import org.springframework.stereotype.Component;
import org.verger.approvals.RequestId;
import org.verger.approvals.TendSteps;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.engine.Nothing;

/** Asks one level up where nobody has decided. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class EscalateStepsWorker implements JobWorker<EscalateStepsWorker.Input, Nothing> {

  private final TendSteps tendSteps;

  EscalateStepsWorker(TendSteps tendSteps) {
    this.tendSteps = tendSteps;
  }

  record Input(String requestId) {}

  @Override
  public String jobType() {
    return "approvals-escalate-steps";
  }

  @Override
  public Nothing work(Input input) {
    tendSteps.escalate(RequestId.parse(input.requestId()));
    return new Nothing();
  }
}
