package org.verger.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.verger.guests.GuestId;
import org.verger.organisation.CandidateGroup;
import org.verger.testing.TestDatabase;
import org.verger.time.MovableClock;

/** Writes what the exporter would. */
@Component
class PagesTestEngine {

  private static final Duration LATE = Duration.ofHours(5);

  private final JdbcClient jdbc;
  private final MovableClock clock;
  private final AtomicLong keys = new AtomicLong(2251799813685000L);

  PagesTestEngine(TestDatabase database, MovableClock clock) {
    this.jdbc = JdbcClient.create(new DriverManagerDataSource(database.superuserUrl()));
    this.clock = clock;
  }

  void deploy() {
    jdbc.sql(
            """
            INSERT INTO engine.process_definition VALUES (1, 'guest-follow-up', 1, 'guest-follow-up.bpmn', ?, ?)
            """)
        .param(model())
        .param(now())
        .update();
  }

  private static String model() {
    try {
      return new ClassPathResource("bpmn/guests/guest-follow-up.bpmn")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** A follow-up that waits at a user task, after what the model has before it. */
  void run(GuestId guest, CandidateGroup group, String task) {
    long instance = keys.incrementAndGet();
    jdbc.sql(
            """
            INSERT INTO engine.process_instance VALUES
              (?, 1, 'guest-follow-up', 1, NULL, 'active', 'olamchurch', ?, ?, NULL)
            """)
        .params(instance, guest.toString(), now())
        .update();
    Map.of(
            "StartEvent_GuestRegistered",
            "completed",
            "Task_AssignCaller",
            "completed",
            "Task_SendThankYou",
            "completed",
            task,
            "active")
        .forEach((element, state) -> element(instance, element, state));
    jdbc.sql(
            """
            INSERT INTO engine.user_task VALUES (?, ?, ?, 'guest-follow-up', ?, 'olamchurch', ?, NULL,
              ARRAY[?], ?, NULL, 'open', ?, NULL)
            """)
        .param(keys.incrementAndGet())
        .param(instance)
        .param(keys.get())
        .param(task)
        .param(guest.toString())
        .param(group.format())
        .param(task.startsWith("Task_Call") ? due(task) : null)
        .param(now())
        .update();
  }

  private Timestamp due(String task) {
    Instant now = clock.instant();
    return Timestamp.from(task.equals("Task_CallGuest") ? now.plus(LATE) : now.minus(LATE));
  }

  private void element(long instance, String element, String state) {
    jdbc.sql("INSERT INTO engine.element_instance VALUES (?, ?, ?, ?, 'TASK', ?, ?, NULL)")
        .params(keys.incrementAndGet(), instance, instance, element, state, now())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
