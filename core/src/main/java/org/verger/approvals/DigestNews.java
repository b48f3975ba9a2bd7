package org.verger.approvals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.PersonId;

/** What gathered for a day's e-mails, as far as it still concerns anybody. */
@Component
class DigestNews {

  private static final String NEWS =
      """
      SELECT DISTINCT ON (n.person_id, n.request_id, coalesce(n.step_id, n.request_id))
        n.person_id, n.request_id, n.step_id, n.kind, r.title, r.amount, r.currency,
        trim(q.given_name || ' ' || q.family_name) AS requester
      FROM request_notice n
      JOIN request r ON r.id = n.request_id
      JOIN person q ON q.id = r.requester_id
      LEFT JOIN request_step s ON s.id = n.step_id
      WHERE n.digest_day = ?
        AND (n.step_id IS NULL OR (s.state = 'open' AND r.status = 'submitted'))
      ORDER BY n.person_id, n.request_id, coalesce(n.step_id, n.request_id), n.id DESC
      """;

  private final JdbcClient jdbc;
  private final Requests requests;
  private final Steps steps;
  private final Authority authority;
  private final TaskLinks links;

  DigestNews(
      JdbcClient jdbc, Requests requests, Steps steps, Authority authority, TaskLinks links) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.steps = steps;
    this.authority = authority;
    this.links = links;
  }

  /**
   * Something to tell.
   *
   * @param step the task; null for news about one's own request
   * @param kind task, reminder or escalation, or the request's status
   */
  record Item(
      UUID personId,
      UUID requestId,
      @Nullable UUID stepId,
      String kind,
      String title,
      @Nullable Long amount,
      @Nullable String currency,
      String requester) {}

  /** By person; tasks that they no longer may decide are left out. */
  Map<PersonId, List<Item>> of(LocalDate day) {
    Map<PersonId, List<Item>> byPerson = new LinkedHashMap<>();
    jdbc.sql(NEWS).param(day).query(Item.class).list().stream()
        .filter(this::stillConcerns)
        .forEach(
            item ->
                byPerson
                    .computeIfAbsent(
                        new PersonId(item.personId()), p -> new java.util.ArrayList<>())
                    .add(item));
    return byPerson;
  }

  /** A link to the task, made for the one whom the item is for; empty for other news. */
  Optional<String> link(Item item) {
    UUID step = item.stepId();
    return step == null
        ? Optional.empty()
        : steps
            .find(new StepId(step))
            .map(open -> links.create(open, new PersonId(item.personId())));
  }

  private boolean stillConcerns(Item item) {
    UUID step = item.stepId();
    if (step == null) {
      return true;
    }
    Request request = requests.require(new RequestId(item.requestId()));
    return steps
        .find(new StepId(step))
        .filter(
            open ->
                authority.of(request, open, new PersonId(item.personId()))
                    instanceof Authority.Standing.Allowed)
        .isPresent();
  }
}
