package org.verger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.database.DatabaseLogin;
import org.verger.outbox.OutboxQueue;
import org.verger.processes.Processes;
import tools.jackson.databind.JsonNode;

@Tag("engine")
class OutboxRelayTest {

  private static EngineFixture engine;

  record Number(int number) {}

  record Outcome(String callOutcome) {}

  @BeforeAll
  static void start() {
    TestBroker broker = TestBroker.shared();
    engine =
        EngineFixture.in(EngineTestApplication.start(broker.address(), new TestWork()), broker);
  }

  @AfterAll
  static void stop() {
    engine.context().close();
  }

  @Test
  void whatIsWrittenForOneSubjectArrivesInThatOrder() {
    String subject = UUID.randomUUID().toString();
    for (int number = 0; number < 20; number++) {
      engine.publish("nobody-waits", subject, new Number(number));
    }
    await().until(() -> engine.waiting() == 0);
    assertThat(published(subject))
        .extracting(value -> value.path("variables").path("number").asInt())
        .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
  }

  @Test
  void twoRelaysHandEachCommandOverOnceAndInOrder() {
    String marker = UUID.randomUUID().toString();
    OutboxRelay second =
        new OutboxRelay(
            engine.bean(OutboxBatch.class),
            new OutboxSignal(engine.bean(DatabaseLogin.class)),
            engine.bean(EngineSettings.class));
    second.start();
    for (int number = 0; number < 5; number++) {
      int current = number;
      engine.inTransaction(
          () ->
              IntStream.range(0, 100)
                  .forEach(
                      subject ->
                          engine
                              .bean(Processes.class)
                              .publish("nobody-waits", marker + subject, new Number(current))));
    }
    await().until(() -> engine.waiting() == 0);
    second.stop();
    // The broker writes its log behind its answers.
    await().until(() -> publishedWith(subject -> subject.startsWith(marker)).count() >= 500);
    Map<String, List<Integer>> numbers =
        publishedWith(subject -> subject.startsWith(marker))
            .collect(
                Collectors.groupingBy(
                    value -> value.path("correlationKey").asString(),
                    Collectors.mapping(
                        value -> value.path("variables").path("number").asInt(),
                        Collectors.toList())));
    assertThat(numbers).hasSize(100);
    assertThat(numbers.values()).containsOnly(List.of(0, 1, 2, 3, 4));
  }

  @Test
  void aCommandThatTheEngineKnowsAlreadyCountsAsDone() {
    String subject = UUID.randomUUID().toString();
    engine.inTransaction(
        () -> engine.bean(Processes.class).publish("nobody-waits", subject, new Number(1)));
    await().until(() -> engine.waiting() == 0);
    JsonNode first = published(subject).getFirst();
    engine.writeAgain("nobody-waits", subject, first.path("messageId").asString());
    await().until(() -> engine.waiting() == 0);
    assertThat(published(subject)).hasSize(1);
  }

  @Test
  void aUserTaskIsCompletedAndASecondCompletionCountsAsDone() {
    String subject = UUID.randomUUID().toString();
    long task = openTask(subject);
    complete(task, subject, "reached");
    await().until(() -> engine.ended(subject, "EndEvent_Called"));
    complete(task, subject, "noAnswer");
    await().until(() -> engine.waiting() == 0);
    assertThat(engine.records("VARIABLE", "CREATED", subject))
        .extracting(node -> node.path("value").path("value").asString())
        .contains("\"reached\"")
        .doesNotContain("\"noAnswer\"");
  }

  @Test
  void anEngineThatTurnsOutToBeOfAnotherVersionIsAskedForItsVersionAgain() {
    String subject = UUID.randomUUID().toString();
    long task = openTask(subject);
    engine.bean(GatewayVersion.class).learn("8.8.0");
    complete(task, subject, "reached");
    await().until(() -> engine.ended(subject, "EndEvent_Called"));
    await().until(() -> engine.waiting() == 0);
  }

  @Test
  void theLagAndTheCommandsAreMeasured() {
    String subject = UUID.randomUUID().toString();
    engine.publish("nobody-waits", subject, new Number(1));
    await().until(() -> engine.waiting() == 0);
    MeterRegistry meters = engine.bean(MeterRegistry.class);
    assertThat(meters.get("verger.outbox.lag").timeGauge().value()).isZero();
    assertThat(meters.get("verger.outbox.commands").tag("outcome", "accepted").counter().count())
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"of-a-newer-version\"}",
        "{\"kind\": \"publish-message\", \"correlationKey\": \"c\", \"variables\": {}}",
        "{\"kind\": \"complete-user-task\", \"taskKey\": \"Ruth\", \"variables\": {}}",
        "{\"kind\": \"publish-message\", \"name\": \"n\", \"correlationKey\": \"c\"}",
        "null"
      })
  void aCommandThatCannotBeSentIsPutOffWithItsErrorAndBlocksItsSubjectOnly(String command) {
    String odd = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();
    engine.writeOdd(odd, command);
    engine.publish("nobody-waits", odd, new Number(1));
    await().until(() -> attempts(odd) > 1);
    engine.publish("nobody-waits", other, new Number(1));
    await().until(() -> !published(other).isEmpty());
    assertThat(published(odd)).isEmpty();
    assertThat(error(odd)).isNotBlank().doesNotContain("Ruth");
    assertThat(engine.bean(MeterRegistry.class).get("verger.outbox.lag").timeGauge().value())
        .isPositive();
    jdbc().sql("DELETE FROM shared.outbox WHERE subject = ? AND attempts > 0").param(odd).update();
    await().until(() -> !published(odd).isEmpty());
  }

  @Test
  void theRelayGoesOnAfterAFailureThatNobodyForesaw() {
    AtomicInteger calls = new AtomicInteger();
    TransactionTemplate failing =
        new TransactionTemplate() {
          @Override
          public <T> T execute(TransactionCallback<T> action) {
            calls.incrementAndGet();
            throw new IllegalStateException("nobody foresaw this");
          }
        };
    OutboxRelay relay =
        new OutboxRelay(
            new OutboxBatch(
                engine.bean(OutboxQueue.class),
                failing,
                engine.bean(CommandSender.class),
                engine.bean(OutboxMetrics.class)),
            new OutboxSignal(engine.bean(DatabaseLogin.class)),
            engine.bean(EngineSettings.class));
    relay.start();
    await().until(() -> calls.get() > 1);
    relay.stop();
  }

  private static JdbcClient jdbc() {
    return engine.bean(JdbcClient.class);
  }

  private static int attempts(String subject) {
    return jdbc()
        .sql("SELECT max(attempts) FROM shared.outbox WHERE subject = ?")
        .param(subject)
        .query(Integer.class)
        .single();
  }

  private static String error(String subject) {
    return jdbc()
        .sql("SELECT last_error FROM shared.outbox WHERE subject = ? AND attempts > 0")
        .param(subject)
        .query(String.class)
        .single();
  }

  private static long openTask(String subject) {
    engine.publish("call-asked", subject);
    await().until(() -> !engine.records("USER_TASK", "CREATED", subject).isEmpty());
    return engine
        .records("USER_TASK", "CREATED", subject)
        .getFirst()
        .path("value")
        .path("userTaskKey")
        .asLong();
  }

  private static void complete(long task, String subject, String outcome) {
    engine.inTransaction(
        () -> engine.bean(Processes.class).completeTask(task, subject, new Outcome(outcome)));
  }

  private static List<JsonNode> published(String subject) {
    return publishedWith(subject::equals).toList();
  }

  private static Stream<JsonNode> publishedWith(Predicate<String> subject) {
    return engine.broker().records("MESSAGE", "PUBLISHED").stream()
        .map(node -> node.path("value"))
        .filter(value -> subject.test(value.path("correlationKey").asString()));
  }
}
