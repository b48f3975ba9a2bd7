package org.verger.approvals;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.processes.Processes;

/** The requester no longer wants it: its tasks end, and what was held for it is given back. */
@Component
public class WithdrawRequest {

  private final Requests requests;
  private final CloseRequest close;
  private final Processes processes;
  private final Audit audit;

  WithdrawRequest(Requests requests, CloseRequest close, Processes processes, Audit audit) {
    this.requests = requests;
    this.close = close;
    this.processes = processes;
    this.audit = audit;
  }

  /**
   * Withdraws it; one that was withdrawn before is left as it is.
   *
   * @throws UnknownRequestException when there is none
   * @throws NotAllowedException when it is somebody else's
   * @throws RequestClosedException when it was decided before
   */
  @Transactional
  public void withdraw(RequestId id, PersonId by) {
    Request request = requests.lock(id);
    if (!request.parties().requester().equals(by)) {
      throw new NotAllowedException("Only who asked for it can withdraw it");
    }
    if (request.status() == Status.WITHDRAWN) {
      return;
    }
    if (!request.status().isOpen()) {
      throw new RequestClosedException(
          "It is too late to withdraw: the request is " + request.status().code());
    }
    close.drop(request, Status.WITHDRAWN);
    processes.publish(
        "request-withdrawn", id.toString(), new SubmitRequest.RequestNamed(id.toString()));
    audit.record("approvals-withdrawn", id.toString(), by.value(), Map.of());
  }
}
