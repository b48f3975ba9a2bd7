package org.verger.approvals.worker;

import org.springframework.stereotype.Component;
import org.verger.approvals.RequestId;
import org.verger.approvals.TendSteps;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.engine.Nothing;

/** Reminds those who have not decided. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class RemindApproversWorker implements JobWorker<RemindApproversWorker.Input, Nothing> {

  private final TendSteps tendSteps;

  RemindApproversWorker(TendSteps tendSteps) {
    this.tendSteps = tendSteps;
  }

  record Input(String requestId) {}

  @Override
  public String jobType() {
    return "approvals-remind-approvers";
  }

  @Override
  public Nothing work(Input input) {
    tendSteps.remind(RequestId.parse(input.requestId()));
    return new Nothing();
  }
}
