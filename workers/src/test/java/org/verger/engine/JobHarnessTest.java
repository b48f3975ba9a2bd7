package org.verger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.verger.tenants.ChangeTenantStatus;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import tools.jackson.databind.JsonNode;

@Tag("engine")
class JobHarnessTest {

  private static final TestWork work = new TestWork();
  private static EngineFixture engine;
  private String subject;

  record Wish(int number, String wish) {}

  record Broken(String number) {}

  @BeforeAll
  static void start() {
    TestBroker broker = TestBroker.shared();
    engine = EngineFixture.in(EngineTestApplication.start(broker.address(), work), broker);
  }

  @AfterAll
  static void stop() {
    engine.context().close();
  }

  @BeforeEach
  void newSubject() {
    subject = UUID.randomUUID().toString();
  }

  @Test
  void aWorkerGetsVariablesAndHeadersAsARecordAndItsOutputBecomesVariables() {
    work.script(subject, input -> new TestWork.Out("all well"));
    engine.publish("work-asked", subject);
    await().until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(work.seen(subject)).containsExactly(new TestWork.In(subject, "hello", 7, null));
    assertThat(engine.records("VARIABLE", "CREATED", subject))
        .extracting(node -> node.path("value").path("value").asString())
        .contains("\"all well\"");
  }

  @Test
  void aVariableGoesBeforeAHeaderOfTheSameName() {
    engine.publish("work-asked", subject, new Wish(11, "soon"));
    await().until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(work.seen(subject)).containsExactly(new TestWork.In(subject, "hello", 11, "soon"));
  }

  @Test
  void theChurchAndTheLogContextAreBoundWhileAWorkerRuns() {
    Map<String, String> bound = new ConcurrentHashMap<>();
    work.script(
        subject,
        input -> {
          bound.putAll(MDC.getCopyOfContextMap());
          bound.put("church", CurrentTenant.require().value());
          return new TestWork.Out("done");
        });
    engine.publish("work-asked", subject);
    await().until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(bound)
        .containsEntry("church", "grace")
        .containsEntry("tenant", "grace")
        .containsEntry("subject", subject)
        .containsEntry("process", "one-job")
        .containsEntry("jobType", "test-work");
  }

  @Test
  void aBusinessErrorTakesThePathThatTheModelDraws() {
    work.script(
        subject,
        input -> {
          throw new BusinessError("TEST_REFUSED");
        });
    engine.publish("work-asked", subject);
    await().until(() -> engine.ended(subject, "EndEvent_Refused"));
    assertThat(work.seen(subject)).hasSize(1);
  }

  @Test
  void passingTroubleIsTriedAgainAfterAGrowingWhileAndEndsAsAnIncident() {
    work.script(
        subject,
        input -> {
          throw new IllegalStateException("Jane Doe, 555 0100");
        });
    engine.publish("work-asked", subject);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !engine.records("INCIDENT", "CREATED", subject).isEmpty());
    assertThat(work.seen(subject)).hasSize(3);
    assertThat(engine.records("JOB", "FAILED", subject))
        .extracting(node -> node.path("value").path("retryBackoff").asLong())
        .containsExactly(2_000L, 4_000L, 8_000L);
    assertThat(engine.records("INCIDENT", "CREATED", subject).getFirst().path("value").toString())
        .contains("IllegalStateException at JobHarnessTest.")
        .doesNotContain("Jane");
  }

  @Test
  void workThatRecoversGoesOn() {
    AtomicInteger runs = new AtomicInteger();
    work.script(
        subject,
        input -> {
          if (runs.incrementAndGet() == 1) {
            throw new IllegalStateException("for once");
          }
          return new TestWork.Out("done");
        });
    engine.publish("work-asked", subject);
    await().until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(runs).hasValue(2);
  }

  @Test
  void postponedWorkComesAgainWhenItIsTimeWithAllItsRetries() throws Exception {
    Instant later = engine.clock().instant().plus(Duration.ofHours(12));
    AtomicInteger runs = new AtomicInteger();
    work.script(
        subject,
        input -> {
          if (runs.incrementAndGet() == 1) {
            throw new PostponedException(later);
          }
          return new TestWork.Out("done");
        });
    engine.publish("work-asked", subject);
    await().until(() -> !engine.records("JOB", "FAILED", subject).isEmpty());
    JsonNode failed = engine.records("JOB", "FAILED", subject).getFirst().path("value");
    assertThat(failed.path("retries").asInt()).isEqualTo(3);
    assertThat(failed.path("retryBackoff").asLong())
        .isCloseTo(Duration.ofHours(12).toMillis(), org.assertj.core.data.Offset.offset(60_000L));
    engine.broker().advanceClock(Duration.ofHours(12));
    await().atMost(Duration.ofSeconds(30)).until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(runs).hasValue(2);
  }

  @Test
  void aSuspendedChurchsJobsWaitUntilItIsServedAgain() throws Exception {
    ChangeTenantStatus status = engine.bean(ChangeTenantStatus.class);
    status.change(engine.church(), Tenant.Status.SUSPENDED, "test");
    try {
      engine.publish("work-asked", subject);
      await().until(() -> !engine.records("JOB", "FAILED", subject).isEmpty());
    } finally {
      status.change(engine.church(), Tenant.Status.ACTIVE, "test");
    }
    assertThat(work.seen(subject)).isEmpty();
    assertThat(engine.records("JOB", "FAILED", subject).getFirst().at("/value/retries").asInt())
        .isEqualTo(3);
    engine.broker().advanceClock(Duration.ofMinutes(11));
    await().atMost(Duration.ofSeconds(30)).until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(work.seen(subject)).hasSize(1);
  }

  @Test
  void aJobThatTakesTooLongIsGivenOutAgainAndTheLateAnswerDoesNoHarm() {
    AtomicInteger runs = new AtomicInteger();
    work.script(
        subject,
        input -> {
          if (runs.incrementAndGet() == 1) {
            await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() > 1);
          }
          return new TestWork.Out("done");
        });
    engine.publish("work-asked", subject);
    await().atMost(Duration.ofSeconds(30)).until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(runs).hasValue(2);
    assertThat(engine.records("INCIDENT", "CREATED", subject)).isEmpty();
  }

  @Test
  void inputThatDoesNotFitIsAnIncidentAtOnceThatNamesTheField() {
    engine.publish("work-asked", subject, new Broken("not a number"));
    await().until(() -> !engine.records("INCIDENT", "CREATED", subject).isEmpty());
    assertThat(engine.records("INCIDENT", "CREATED", subject).getFirst().path("value").toString())
        .contains("The value of number does not fit In")
        .doesNotContain("not a number");
    assertThat(work.seen(subject)).isEmpty();
  }

  @Test
  void jobsAreCountedByTypeAndOutcome() {
    engine.publish("work-asked", subject);
    await().until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(
            engine
                .bean(MeterRegistry.class)
                .get("verger.jobs")
                .tags("type", "test-work", "outcome", "completed")
                .timer()
                .count())
        .isPositive();
  }
}
