package org.verger.approvals.worker;

import org.springframework.stereotype.Component;
import org.verger.approvals.ExecuteRequest;
import org.verger.approvals.RequestId;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.engine.Nothing;

/** Tells the requester how it ended. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class TellRequesterWorker implements JobWorker<TellRequesterWorker.Input, Nothing> {

  private final ExecuteRequest executeRequest;

  TellRequesterWorker(ExecuteRequest executeRequest) {
    this.executeRequest = executeRequest;
  }

  record Input(String requestId) {}

  @Override
  public String jobType() {
    return "approvals-tell-requester";
  }

  @Override
  public Nothing work(Input input) {
    executeRequest.tellRequester(RequestId.parse(input.requestId()));
    return new Nothing();
  }
}
