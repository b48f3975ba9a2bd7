package org.verger.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.audit.AuditEntry;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.processes.IncidentView;

/** One request with all that somebody who may see it can know. */
@Component
public class RequestDetails {

  private final Requests requests;
  private final Access access;
  private final Views views;
  private final CountVote.Engine engine;
  private final Audit audit;

  RequestDetails(
      Requests requests, Access access, Views views, CountVote.Engine engine, Audit audit) {
    this.requests = requests;
    this.access = access;
    this.views = views;
    this.engine = engine;
    this.audit = audit;
  }

  /**
   * A request.
   *
   * @param status what people call it, as in {@code released}
   * @param steps of the chain that counts, in their order
   * @param queued whether the engine has still to hear of what was decided
   * @param failures what could not be done, and waits for whoever looks after the system
   */
  public record View(
      Request request,
      String status,
      String requester,
      String unit,
      List<RequestKind.Fact> facts,
      List<StepView> steps,
      List<Comment> comments,
      List<Attachment> attachments,
      boolean queued,
      List<Failure> failures) {

    public View {
      facts = List.copyOf(facts);
      steps = List.copyOf(steps);
      comments = List.copyOf(comments);
      attachments = List.copyOf(attachments);
      failures = List.copyOf(failures);
    }
  }

  /**
   * A step.
   *
   * @param role who is to decide, by role
   * @param who who has it now or decided it, by name
   * @param since since when they have it, or when they decided
   * @param votes what was said, oldest first
   */
  public record StepView(
      UUID id,
      String role,
      int stage,
      int quorum,
      String state,
      List<String> who,
      @Nullable Instant since,
      @Nullable Instant dueAt,
      @Nullable String claimedBy,
      boolean escalated,
      List<VoteView> votes) {

    public StepView {
      who = List.copyOf(who);
      votes = List.copyOf(votes);
    }
  }

  /**
   * Something that was said at a step.
   *
   * @param onBehalf in whose place, by name
   */
  public record VoteView(
      String by,
      @Nullable String onBehalf,
      String decision,
      @Nullable String comment,
      Instant at) {}

  /** Something that somebody remarked. */
  public record Comment(String by, String text, Instant at) {}

  /** A file that belongs to a request; {@code size} in bytes. */
  public record Attachment(UUID id, String name, String mediaType, long size) {}

  /**
   * Something that failed.
   *
   * @param message what has to be put right
   * @param owners who looks after it, by name
   */
  public record Failure(String message, Instant since, List<String> owners) {

    public Failure {
      owners = List.copyOf(owners);
    }
  }

  /**
   * The request, for somebody who may see it.
   *
   * @throws UnknownRequestException when there is none, or not for this person
   */
  @Transactional(readOnly = true)
  public View show(RequestId id, PersonId person) {
    Request request = visible(id, person);
    boolean waiting = request.status() == Status.SUBMITTED;
    List<StepView> steps = views.steps(request);
    boolean open = steps.stream().anyMatch(step -> step.state().equals("open"));
    return new View(
        request,
        views.kinds().statusOf(request),
        views.name(request.parties().requester()),
        views.unit(request.unit()),
        views.kinds().of(request).facts(id),
        steps,
        views.comments(id),
        views.attachments(id),
        (waiting && !open) || request.status() == Status.APPROVED,
        engine.queries().openIncidentsAbout(id.toString()).stream()
            .map(incident -> failure(request, incident))
            .toList());
  }

  private Failure failure(Request request, IncidentView incident) {
    return new Failure(
        incident.errorMessage(), incident.createdAt(), views.caretakers(request.unit()));
  }

  /**
   * What happened to the request, from the beginning, for somebody who may see it.
   *
   * @throws UnknownRequestException when there is none, or not for this person
   */
  @Transactional(readOnly = true)
  public List<AuditEntry> story(RequestId id, PersonId person) {
    visible(id, person);
    return audit.of(id.toString());
  }

  /**
   * The content of a file of the request.
   *
   * @throws UnknownRequestException when the request is not for this person
   */
  @Transactional(readOnly = true)
  public Optional<byte[]> attachment(RequestId id, UUID attachment, PersonId person) {
    visible(id, person);
    return views.content(id, attachment);
  }

  /** The requests that the person made, the newest first; at most 200. */
  @Transactional(readOnly = true)
  public List<Request> madeBy(PersonId person) {
    return views.madeBy(person).stream().map(requests::require).toList();
  }

  /** The steps of a request that somebody is to decide now, with who can. */
  @Transactional(readOnly = true)
  public List<StepView> waiting(Request request) {
    return request.status() == Status.SUBMITTED
        ? views.steps(request).stream().filter(step -> step.state().equals("open")).toList()
        : List.of();
  }

  private Request visible(RequestId id, PersonId person) {
    return requests
        .find(id)
        .filter(found -> access.reaches(person, id.toString()))
        .orElseThrow(() -> new UnknownRequestException(id.toString()));
  }
}
