package org.verger.approvals;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;
import org.verger.organisation.SubjectAccess;

/** Requests belong to their unit, to who made them, and to those who decide or decided on them. */
@Component
class RequestAccess implements SubjectAccess {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final Steps steps;
  private final RequestKinds kinds;
  private final Authority authority;

  RequestAccess(
      JdbcClient jdbc, Requests requests, Steps steps, RequestKinds kinds, Authority authority) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.steps = steps;
    this.kinds = kinds;
    this.authority = authority;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Place> placeOf(String subjectId) {
    return request(subjectId).map(request -> new Place(kinds.of(request).area(), request.unit()));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean tookPart(PersonId person, String subjectId) {
    return request(subjectId)
        .filter(
            request ->
                request.parties().requester().equals(person)
                    || voted(person, request)
                    || mayDecide(person, request))
        .isPresent();
  }

  private boolean voted(PersonId person, Request request) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM request_vote v JOIN request_step s ON s.id = v.step_id
                           WHERE s.request_id = :request AND :me IN (v.person_id, v.on_behalf))
            """)
        .param("request", request.id().value())
        .param("me", person.value())
        .query(Boolean.class)
        .single();
  }

  private boolean mayDecide(PersonId person, Request request) {
    return steps.of(request).stream()
        .filter(step -> step.state() == Step.State.OPEN)
        .anyMatch(
            step -> authority.of(request, step, person) instanceof Authority.Standing.Allowed);
  }

  private Optional<Request> request(String subjectId) {
    try {
      return requests.find(RequestId.parse(subjectId));
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }
}
