package org.verger.approvals;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.processes.IncidentView;

/** Does what was approved, and lets it be tried again where it could not be done. */
@Component
public class ExecuteRequest {

  private final Requests requests;
  private final RequestKinds kinds;
  private final CloseRequest close;
  private final CountVote.Engine engine;
  private final Retry retry;

  ExecuteRequest(
      Requests requests,
      RequestKinds kinds,
      CloseRequest close,
      CountVote.Engine engine,
      Retry retry) {
    this.requests = requests;
    this.kinds = kinds;
    this.close = close;
    this.engine = engine;
    this.retry = retry;
  }

  /** Who may have it tried again. */
  @Component
  record Retry(Access access, Audit audit, Notices notices) {}

  /**
   * Does it, once.
   *
   * @throws UnknownRequestException when there is none
   * @throws ExecutionFailedException when somebody has to put something right first
   * @throws IllegalStateException when it was not approved
   */
  @Transactional
  public void execute(RequestId id) {
    Request request = requests.lock(id);
    if (request.status() == Status.DONE) {
      return;
    }
    if (request.status() != Status.APPROVED) {
      throw new IllegalStateException("A request that is not approved is never executed");
    }
    kinds.of(request).execute(id);
    close.done(request);
  }

  /** Tells the requester how it ended. */
  @Transactional
  public void tellRequester(RequestId id) {
    Request request = requests.require(id);
    retry.notices().news(request.parties().requester(), request, request.status().code());
  }

  /**
   * Has it tried again, by whoever looks after the system.
   *
   * @return false when nothing of it has failed
   * @throws UnknownRequestException when there is none
   * @throws org.verger.organisation.NotAllowedException when {@code by} may not
   */
  @Transactional
  public boolean retry(RequestId id, PersonId by) {
    Request request = requests.require(id);
    retry.access().require(by, Area.SYSTEM, request.unit());
    List<IncidentView> failed = engine.queries().openIncidentsAbout(id.toString());
    failed.forEach(
        incident -> {
          engine.processes().retry(incident.key(), incident.jobKey(), id.toString());
          note(id, by, incident.elementId());
        });
    return !failed.isEmpty();
  }

  private void note(RequestId id, PersonId by, String element) {
    retry
        .audit()
        .record("approvals-retried", id.toString(), by.value(), Map.of("element", element));
  }
}
