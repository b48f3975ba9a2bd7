package org.verger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("engine")
class EngineAwayTest {

  private final TestWork work = new TestWork();
  private TestBroker broker;
  private EngineFixture engine;

  @BeforeEach
  void start() {
    broker = new TestBroker();
    ConfigurableApplicationContext context =
        EngineTestApplication.builder(broker.address(), work)
            .run("--verger.engine.models=classpath*:test-models/", "--verger.engine.patience=PT0S");
    engine = EngineFixture.in(context, broker);
  }

  @AfterEach
  void stop() {
    engine.context().close();
    broker.close();
  }

  @Test
  void whatWasAskedWhileTheEngineWasAwayHappensOnceItIsThere() {
    List<String> subjects = subjects(20);
    subjects.forEach(subject -> engine.publish("work-asked", subject));
    assertThat(engine.waiting()).isEqualTo(20);
    broker.start();
    await().atMost(Duration.ofMinutes(2)).until(() -> engine.waiting() == 0);
    awaitAllDone(subjects);
  }

  @Test
  void anEngineThatIsKilledInTheMiddleLosesAndDoublesNothing() {
    broker.start().awaitReady();
    List<String> before = subjects(60);
    List<String> during = subjects(60);
    before.forEach(subject -> engine.publish("work-asked", subject));
    await().atMost(Duration.ofMinutes(1)).until(() -> engine.waiting() < 30);
    broker.kill();
    during.forEach(subject -> engine.publish("work-asked", subject));
    await().until(() -> engine.waiting() >= 60);
    broker.start();
    await().atMost(Duration.ofMinutes(2)).until(() -> engine.waiting() == 0);
    List<String> all = Stream.concat(before.stream(), during.stream()).toList();
    awaitAllDone(all);
    assertThat(startedSubjects()).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aStopLetsRunningJobsEndAndTheirAnswersReachTheEngine() throws InterruptedException {
    broker.start().awaitReady();
    String subject = UUID.randomUUID().toString();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    work.script(
        subject,
        input -> {
          started.countDown();
          awaitLatch(stopping);
          return new TestWork.Out("done while stopping");
        });
    engine.publish("work-asked", subject);
    assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
    EngineLifecycle lifecycle = engine.bean(EngineLifecycle.class);
    Thread stop = Thread.ofPlatform().start(engine.context()::close);
    await().until(() -> !lifecycle.isRunning());
    stopping.countDown();
    stop.join(Duration.ofSeconds(30));
    await().until(() -> engine.ended(subject, "EndEvent_Done"));
    assertThat(work.seen(subject)).hasSize(1);
  }

  private static void awaitLatch(CountDownLatch latch) {
    await().atMost(Duration.ofSeconds(30)).until(() -> latch.getCount() == 0);
  }

  private void awaitAllDone(List<String> subjects) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        broker.records("PROCESS_INSTANCE", "ELEMENT_COMPLETED").stream()
                            .map(node -> node.path("value").path("elementId").asString())
                            .filter("EndEvent_Done"::equals))
                    .hasSize(subjects.size()));
  }

  private List<String> startedSubjects() {
    return broker.records("VARIABLE", "CREATED").stream()
        .map(node -> node.path("value"))
        .filter(value -> value.path("name").asString().equals("subjectId"))
        .filter(
            value -> value.path("scopeKey").asLong() == value.path("processInstanceKey").asLong())
        .map(value -> value.path("value").asString().replace("\"", ""))
        .toList();
  }

  private static List<String> subjects(int count) {
    return IntStream.range(0, count).mapToObj(number -> UUID.randomUUID().toString()).toList();
  }
}
