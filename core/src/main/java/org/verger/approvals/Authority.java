package org.verger.approvals;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;

/**
 * Who may decide which steps at this moment: the one rule that pages, API, lists and links ask.
 *
 * <p>Somebody who holds a role that the step waits for, or to whom an administrator gave it, or a
 * delegate of such a person. Never who gains by the request, who said yes at another step of the
 * chain, or whom somebody else's claim keeps off. Administrators have no right of their own to it.
 */
@Component
public class Authority {

  /**
   * For whom {@code :me} can decide at {@code :now}, themselves among them, and the roles they
   * hold: {@code principal (id)} and {@code held (role, unit_id, person_id)}, of which there are
   * few.
   */
  static final String HELD =
      """
      principal AS (
        SELECT p.id FROM person p WHERE p.id = :me AND p.active
        UNION
        SELECT d.person_id FROM delegation d
        JOIN person delegate ON delegate.id = d.delegate_id AND delegate.active
        JOIN person p ON p.id = d.person_id AND p.active
        WHERE d.delegate_id = :me AND d.ended_at IS NULL AND d.since <= :now AND d.until > :now),
      held AS MATERIALIZED (
        SELECT h.role, h.unit_id, h.person_id FROM principal
        JOIN role_holding h ON h.person_id = principal.id AND h.until IS NULL)
      """;

  /**
   * In whose place {@code :me} may decide the step {@code s} of the submitted request {@code r}, to
   * be joined laterally as {@code mine (principal_id)}; no row when they may not. It is asked for
   * one step at a time, so that a page of a long list asks for no more steps than it shows.
   */
  static final String SEAT =
      """
      (SELECT taken.principal_id
       FROM (SELECT held.person_id AS principal_id
             FROM request_step_group g JOIN held ON held.role = g.role AND held.unit_id = g.unit_id
             WHERE g.step_id = s.id AND s.reassigned_to IS NULL
             UNION ALL
             SELECT principal.id FROM principal WHERE principal.id = s.reassigned_to) taken
       WHERE s.state = 'open' AND r.requester_id NOT IN (:me, taken.principal_id)
         AND (s.claimed_by IS NULL OR s.claimed_by IN (:me, taken.principal_id))
         AND NOT EXISTS (SELECT FROM request_gainer g WHERE g.request_id = r.id
                         AND g.person_id IN (:me, taken.principal_id))
         AND NOT EXISTS (SELECT FROM request_step other
                         JOIN request_vote v ON v.step_id = other.id AND v.turn = other.turn
                         WHERE other.request_id = r.id AND other.chain = r.chain
                           AND (v.decision = 'approve' OR other.id = s.id)
                           AND (v.person_id IN (:me, taken.principal_id)
                                OR v.on_behalf IN (:me, taken.principal_id)))
       ORDER BY taken.principal_id <> :me, taken.principal_id
       LIMIT 1) mine
      """;

  /**
   * The steps that {@code :me} may decide at {@code :now}, as {@code mine (step_id, principal_id)};
   * the principal is another where it would be in their place.
   */
  static final String MINE =
      HELD
          + """
          , mine AS (
            SELECT s.id AS step_id, s.request_id, s.due_at, mine.principal_id FROM request_step s
            JOIN request r ON r.id = s.request_id AND r.chain = s.chain AND r.status = 'submitted'
            CROSS JOIN LATERAL
          """
          + SEAT
          + "WHERE s.state = 'open') ";

  /** Why somebody may not decide whom the step does not wait for. */
  static final String NO_SAY = "This waits for others: your roles give you no say in it";

  private final JdbcClient jdbc;
  private final People people;
  private final Votes votes;
  private final Clock clock;

  Authority(JdbcClient jdbc, People people, Votes votes, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.votes = votes;
    this.clock = clock;
  }

  /** What somebody may do at a step. */
  public sealed interface Standing {

    /**
     * They may decide it.
     *
     * @param onBehalf in whose place; null when in their own
     */
    record Allowed(@Nullable PersonId onBehalf) implements Standing {}

    /**
     * They may not.
     *
     * @param reason a sentence for them, without its full stop
     */
    record Refused(String reason) implements Standing {}
  }

  /** Whether the person may decide the step now. */
  @Transactional(readOnly = true)
  public Standing of(Request request, Step step, PersonId person) {
    return jdbc.sql("WITH " + MINE + "SELECT principal_id FROM mine WHERE step_id = :step")
        .param("me", person.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("step", step.id().value())
        .query(UUID.class)
        .optional()
        .<Standing>map(
            principal ->
                new Standing.Allowed(
                    principal.equals(person.value()) ? null : new PersonId(principal)))
        .orElseGet(() -> new Standing.Refused(reason(request, step, person)));
  }

  /**
   * Whether the step waits for the person, or would if it were still open, or they voted at it:
   * they may hear what became of it.
   */
  @Transactional(readOnly = true)
  public boolean isAsked(Step step, PersonId person) {
    return jdbc.sql(
            "WITH "
                + HELD
                + """
                SELECT EXISTS (
                  SELECT FROM request_step_group g
                  JOIN held ON held.role = g.role AND held.unit_id = g.unit_id
                  WHERE g.step_id = :step
                  UNION ALL
                  SELECT FROM request_step s JOIN principal ON principal.id = s.reassigned_to
                  WHERE s.id = :step
                  UNION ALL
                  SELECT FROM request_vote v
                  WHERE v.step_id = :step AND :me IN (v.person_id, v.on_behalf))
                """)
        .param("me", person.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("step", step.id().value())
        .query(Boolean.class)
        .single();
  }

  private String reason(Request request, Step step, PersonId person) {
    if (people.find(person).filter(Person::active).isEmpty()) {
      return "Only people who serve in this church decide";
    }
    if (request.parties().include(person)) {
      return "Nobody decides on a request that they made or gain by";
    }
    if (votes.saidYes(request).contains(person)) {
      return "You have said yes to this request: the next step is another person's";
    }
    return claim(step, person).orElse(NO_SAY);
  }

  private Optional<String> claim(Step step, PersonId person) {
    PersonId claimed = step.claimedBy();
    return claimed == null || claimed.equals(person)
        ? Optional.empty()
        : people
            .find(claimed)
            .map(who -> who.name() + " has taken this on; ask them to release it, or wait");
  }
}
