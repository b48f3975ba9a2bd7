package org.verger.approvals;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.PersonId;
import org.verger.processes.Processes;
import org.verger.tenants.Tenants;

/** Keeps what people are to be told; what gathers in a day becomes one e-mail. */
@Component
class Notices {

  private final JdbcClient jdbc;
  private final ApprovalSettings settings;
  private final Tenants tenants;
  private final Processes processes;
  private final Clock clock;

  Notices(
      JdbcClient jdbc,
      ApprovalSettings settings,
      Tenants tenants,
      Processes processes,
      Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.tenants = tenants;
    this.processes = processes;
    this.clock = clock;
  }

  /** What the digest's process is told. */
  record DigestPlanned(String digestId, String digestAt, String digestDay) {}

  /**
   * Somebody is to decide.
   *
   * @param kind task, reminder or escalation
   */
  void task(PersonId person, Request request, StepId step, String kind) {
    insert(person, request, step, kind);
  }

  /**
   * Something happened to somebody's request.
   *
   * @param kind approved, declined, returned, done or comment
   */
  void news(PersonId person, Request request, String kind) {
    insert(person, request, null, kind);
  }

  private void insert(PersonId person, Request request, @Nullable StepId step, String kind) {
    ZonedDateTime next = nextDigest();
    jdbc.sql(
            """
            INSERT INTO request_notice (person_id, request_id, step_id, kind, at, digest_day)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .param(person.value())
        .param(request.id().value())
        .param(step == null ? null : step.value())
        .param(kind)
        .param(Timestamp.from(clock.instant()))
        .param(next.toLocalDate())
        .update();
    plan(next);
  }

  private ZonedDateTime nextDigest() {
    ZoneId zone = tenants.current().zone();
    LocalTime time = settings.current().digestTime();
    ZonedDateTime now = clock.instant().atZone(zone);
    LocalDate day =
        now.toLocalTime().isBefore(time) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
    return day.atTime(time).atZone(zone);
  }

  private void plan(ZonedDateTime at) {
    Instant due = at.toInstant();
    String day = at.toLocalDate().toString();
    int planned =
        jdbc.sql("INSERT INTO approval_digest (day, due_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .params(at.toLocalDate(), Timestamp.from(due))
            .update();
    if (planned > 0) {
      String id = tenants.current().id() + ":" + day;
      processes.publish("digest-planned", id, new DigestPlanned(id, due.toString(), day));
    }
  }
}
