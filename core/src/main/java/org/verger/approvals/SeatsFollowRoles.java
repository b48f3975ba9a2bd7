package org.verger.approvals;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.RolesChanged;

/** Finds somebody for the open steps that roles have left without anybody, when roles change. */
@Component
class SeatsFollowRoles {

  private static final String VACANT =
      """
      SELECT s.id FROM request_step s JOIN request r ON r.id = s.request_id AND r.chain = s.chain
      WHERE s.state = 'open' AND r.status = 'submitted' AND s.reassigned_to IS NULL
        AND NOT EXISTS (
          SELECT FROM request_step_group g
          JOIN role_holding h ON h.role = g.role AND h.unit_id = g.unit_id AND h.until IS NULL
          JOIN person p ON p.id = h.person_id AND p.active
          WHERE g.step_id = s.id AND p.id <> r.requester_id
            AND NOT EXISTS (SELECT FROM request_gainer x WHERE x.request_id = r.id AND x.person_id = p.id))
      ORDER BY s.id
      """;

  private final JdbcClient jdbc;
  private final CountVote.Records records;
  private final CountVote.Engine engine;
  private final OpenStep openStep;

  SeatsFollowRoles(
      JdbcClient jdbc, CountVote.Records records, CountVote.Engine engine, OpenStep openStep) {
    this.jdbc = jdbc;
    this.records = records;
    this.engine = engine;
    this.openStep = openStep;
  }

  @EventListener
  @Transactional
  void rolesChanged(RolesChanged changed) {
    List<UUID> vacant = jdbc.sql(VACANT).query(UUID.class).list();
    vacant.forEach(step -> seatAgain(new StepId(step)));
  }

  private void seatAgain(StepId id) {
    Step step = records.steps().find(id).orElseThrow();
    Request request = records.requests().lock(step.request());
    int last =
        records.steps().of(request).stream().mapToInt(one -> one.what().stage()).max().orElse(0);
    if (openStep.seatAgain(request, step, step.what().stage() == last)) {
      Step seated = records.steps().find(id).orElseThrow();
      engine
          .open(request, step)
          .ifPresent(
              task ->
                  engine
                      .processes()
                      .assignTask(task, request.id().toString(), seated.groupNames()));
    }
  }
}
