package org.verger.approvals;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.People;
import org.verger.organisation.Person;

/** What a link shows of its task: enough to decide, and nothing of anything else. */
@Component
public class LinkedTask {

  private final Requests requests;
  private final Steps steps;
  private final Authority authority;
  private final Views views;
  private final People people;

  LinkedTask(Requests requests, Steps steps, Authority authority, Views views, People people) {
    this.requests = requests;
    this.steps = steps;
    this.authority = authority;
    this.views = views;
    this.people = people;
  }

  /**
   * The task.
   *
   * @param person for whom the link was made, by name
   * @param said what earlier steps said
   */
  public record View(
      String title,
      String requester,
      String unit,
      String person,
      List<RequestKind.Fact> facts,
      List<RequestDetails.VoteView> said) {

    public View {
      facts = List.copyOf(facts);
      said = List.copyOf(said);
    }
  }

  /** The task, while its person still may decide it. */
  @Transactional(readOnly = true)
  public Optional<View> show(TaskLinks.Opened opened) {
    return steps
        .find(opened.step())
        .filter(step -> mayDecide(opened, step))
        .map(step -> view(requests.require(step.request()), opened));
  }

  private boolean mayDecide(TaskLinks.Opened opened, Step step) {
    return authority.of(requests.require(step.request()), step, opened.person())
        instanceof Authority.Standing.Allowed;
  }

  private View view(Request request, TaskLinks.Opened opened) {
    return new View(
        request.title(),
        views.name(request.parties().requester()),
        views.unit(request.unit()),
        people.find(opened.person()).map(Person::name).orElse(""),
        views.kinds().of(request).facts(request.id()),
        views.steps(request).stream().flatMap(step -> step.votes().stream()).toList());
  }
}
