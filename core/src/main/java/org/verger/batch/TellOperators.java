package org.verger.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.messages.Channel;
import org.verger.messages.ChannelUnavailableException;
import org.verger.messages.DeliverMessage;
import org.verger.messages.DeliveryInProgressException;
import org.verger.messages.DeliveryOutcome;
import org.verger.messages.DeliveryRequest;
import org.verger.messages.TemplateVariable;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenants;

/**
 * Tells those who look after a church's system by e-mail when a run failed or is held, and when one
 * that was scheduled is late: once for each of these, and again after somebody restarted the run.
 * At night such mail is held like any other, and it is tried again until it is out. What is wrong
 * with one church keeps no other from being told; one that is not served hears of it when it is.
 */
@Component
public class TellOperators {

  private static final Logger log = LoggerFactory.getLogger(TellOperators.class);
  private static final int AT_ONCE = 1000;
  private static final String SERVED =
      " AND r.tenant_id IN (SELECT id FROM shared.tenant WHERE status = 'active')"
          + " ORDER BY r.seq LIMIT ?";

  private final RunRows rows;
  private final BatchJobs jobs;
  private final Access access;
  private final People people;
  private final DeliverMessage deliverMessage;
  private final Tenants tenants;
  private final Said said;

  TellOperators(
      RunRows rows,
      BatchJobs jobs,
      Access access,
      People people,
      DeliverMessage deliverMessage,
      Tenants tenants,
      Said said) {
    this.rows = rows;
    this.jobs = jobs;
    this.access = access;
    this.people = people;
    this.deliverMessage = deliverMessage;
    this.tenants = tenants;
    this.said = said;
  }

  /** What was said of which run. */
  @Component("batchSaid")
  static class Said {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String address;

    Said(
        JdbcClient jdbc,
        Clock clock,
        @Value("${verger.web.address:http://localhost:${server.port:8080}}") String address) {
      this.jdbc = jdbc;
      this.clock = clock;
      this.address = address;
    }

    Timestamp now() {
      return Timestamp.from(clock.instant());
    }

    void remember(BatchRun run, String column) {
      jdbc.sql("UPDATE shared.batch_run SET %s = ? WHERE id = ? AND restarts = ?".formatted(column))
          .params(now(), run.id(), run.restarts())
          .update();
    }
  }

  /**
   * Sends what is to be said.
   *
   * @param lateAfter how long after its time a scheduled run has to be done
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void tell(Duration lateAfter) {
    rows.where("r.state IN ('failed', 'held') AND r.told_end_at IS NULL" + SERVED, AT_ONCE)
        .forEach(run -> tell(run, run.state().code(), "told_end_at"));
    rows.where(
            """
            r.state IN ('queued', 'running', 'stopping') AND r.told_late_at IS NULL
              AND r.scheduled_for < ?
            """
                + SERVED,
            Timestamp.from(said.clock.instant().minus(lateAfter)),
            AT_ONCE)
        .forEach(run -> tell(run, "late", "told_late_at"));
  }

  private void tell(BatchRun run, String what, String column) {
    try {
      boolean out = CurrentTenant.call(run.tenant(), () -> tellAll(run, what));
      if (out) {
        said.remember(run, column);
      }
    } catch (ChannelUnavailableException | DeliveryInProgressException passing) {
      log.info("Nobody can be told of run {} yet", run.id());
    } catch (RuntimeException failure) {
      // The runs of other churches come after it. What the failure says may quote an address.
      log.warn("Nobody can be told of run {}: {}", run.id(), failure.getClass().getSimpleName());
    }
  }

  private boolean tellAll(BatchRun run, String what) {
    return access.inChargeOf(Area.SYSTEM).stream()
            .map(id -> people.find(id).orElseThrow())
            .map(person -> send(run, what, person))
            .filter(DeliveryOutcome.Held.class::isInstance)
            .count()
        == 0;
  }

  private DeliveryOutcome send(BatchRun run, String what, Person person) {
    return deliverMessage
        .deliver(
            new DeliveryRequest(
                "%s/batch-alert/%s/%s/%d".formatted(person.id(), run.id(), what, run.restarts()),
                person.id().toString(),
                null,
                Channel.EMAIL,
                person.email(),
                "batch-alert",
                person.language(),
                Map.of(
                    TemplateVariable.FIRST_NAME,
                    person.givenName(),
                    TemplateVariable.CHURCH_NAME,
                    tenants.current().name(),
                    TemplateVariable.NEWS,
                    words(run, what)),
                DeliveryRequest.Purpose.SERVICE))
        .outcome();
  }

  private String words(BatchRun run, String what) {
    String title = jobs.find(run.job()).map(ChurchJob::title).orElse(run.job());
    String message = run.message();
    return "%s (%s): %s%s\n%s/batch/runs/%s"
        .formatted(
            title,
            run.key(),
            what.toUpperCase(Locale.ROOT),
            message == null ? "" : ". " + message,
            said.address,
            run.id());
  }
}
