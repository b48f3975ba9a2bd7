package org.verger.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.verger.audit.Audit;

/** The ends that a chain can come to, in the transaction of what brought it there. */
@Component
class CloseRequest {

  private final Requests requests;
  private final Steps steps;
  private final RequestKinds kinds;
  private final Audit audit;
  private final Clock clock;

  CloseRequest(Requests requests, Steps steps, RequestKinds kinds, Audit audit, Clock clock) {
    this.requests = requests;
    this.steps = steps;
    this.kinds = kinds;
    this.audit = audit;
    this.clock = clock;
  }

  /** All have said yes. */
  void approve(Request request) {
    requests.move(request.id(), Status.APPROVED, null);
    kinds.of(request).approved(request.id());
    audit.record("approvals-approved", request.id().toString(), null, Map.of());
  }

  /** It was declined or withdrawn. */
  void drop(Request request, Status status) {
    steps.endRest(request);
    requests.move(request.id(), status, Instant.now(clock));
    kinds.of(request).dropped(request.id());
  }

  /** What was asked for is done. */
  void done(Request request) {
    requests.move(request.id(), Status.DONE, Instant.now(clock));
    audit.record(
        "approvals-executed",
        request.id().toString(),
        null,
        Map.of("status", kinds.of(request).doneStatus()));
  }
}
