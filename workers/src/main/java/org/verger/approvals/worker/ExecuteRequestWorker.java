package org.verger.approvals.worker;

import org.springframework.stereotype.Component;
import org.verger.approvals.ExecuteRequest;
import org.verger.approvals.ExecutionFailedException;
import org.verger.approvals.RequestId;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.engine.NeedsPersonException;
import org.verger.engine.Nothing;

/** Does what was approved; what cannot be done becomes an incident. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class ExecuteRequestWorker implements JobWorker<ExecuteRequestWorker.Input, Nothing> {

  private final ExecuteRequest executeRequest;

  ExecuteRequestWorker(ExecuteRequest executeRequest) {
    this.executeRequest = executeRequest;
  }

  record Input(String requestId) {}

  @Override
  public String jobType() {
    return "approvals-execute-request";
  }

  @Override
  public Nothing work(Input input) {
    try {
      executeRequest.execute(RequestId.parse(input.requestId()));
    } catch (ExecutionFailedException failed) {
      throw new NeedsPersonException(String.valueOf(failed.getMessage()));
    }
    return new Nothing();
  }
}
