package org.verger.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verger.deployment.CannotStartException;
import org.verger.machine.Supervisor;

/** The real broker, started, moved, killed and left behind. */
@Tag("engine")
class BrokerProgramTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final BpmnModelInstance WEEK =
      Bpmn.createExecutableProcess("week")
          .startEvent()
          .intermediateCatchEvent("Event_AWeekLater", event -> event.timerWithDuration("P7D"))
          .serviceTask("Task_Greet", task -> task.zeebeJobType("greet"))
          .endEvent()
          .done();

  @TempDir Path home;
  private final BrokerPorts ports = BrokerPorts.choose(0, 0);

  @Test
  void isBackWithItsProcessesAndItsTimeAfterItWasKilled() throws Exception {
    BrokerClock clock = new BrokerClock(ports.managementAddress(), Duration.ofDays(1));
    try (Supervisor supervisor = Supervisor.of(broker(clock));
        CamundaClient client = client()) {
      supervisor.awaitStart();
      startWeek(client);
      clock.advance(Duration.ofDays(5));
      assertThat(daysAhead()).isEqualTo(6);
      kill();
      await().atMost(PATIENCE).until(() -> daysAhead() == 6);
      clock.advance(Duration.ofDays(2));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(greetings(client)).isEqualTo(1));
    }
  }

  @Test
  void stopsTheOneThatAnEarlierRunLeftBehind() throws Exception {
    Process leftBehind = BrokerCommand.start(settings(distribution()));
    Files.writeString(home.resolve("broker.pid"), String.valueOf(leftBehind.pid()));
    BrokerProgram program = broker(null);
    ProcessHandle next = program.start();
    assertThat(leftBehind.isAlive()).isFalse();
    assertThat(next.isAlive()).isTrue();
    program.stop();
    assertThat(next.isAlive()).isFalse();
  }

  @Test
  void saysWhereToLookWhenItDoesNotComeUp() throws IOException {
    Path broken = Files.createDirectories(home.resolve("broken"));
    Files.createDirectories(broken.resolve("bin"));
    Files.writeString(broken.resolve("bin/broker"), "  io.camunda.NoSuchClass \\\n");
    BrokerProgram program = new BrokerProgram(settings(broken), PATIENCE, null);
    assertThatThrownBy(program::start)
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("ended with code 1 while it started")
        .hasMessageContaining(home.resolve("logs/zeebe.log").toString());
  }

  @Test
  void isNotWaitedForLongerThanAllowed() {
    Set<ProcessHandle> others = children();
    BrokerProgram program =
        new BrokerProgram(settings(distribution()), Duration.ofMillis(200), null);
    assertThatThrownBy(program::start)
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("is not ready after 0 seconds");
    assertThat(children()).isSubsetOf(others);
  }

  // Among them the database of the other tests.
  private static Set<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toSet());
  }

  private BrokerProgram broker(@Nullable BrokerClock clock) {
    return new BrokerProgram(settings(distribution()), PATIENCE, clock);
  }

  private BrokerSettings settings(Path distribution) {
    return new BrokerSettings(distribution, home, ports, "256m", true, null);
  }

  private static Path distribution() {
    return Path.of(Objects.requireNonNull(System.getProperty("verger.test.zeebe-distribution")));
  }

  private CamundaClient client() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(ports.address().grpc())
        .preferRestOverGrpc(false)
        .build();
  }

  private static void startWeek(CamundaClient client) {
    client.newDeployResourceCommand().addProcessModel(WEEK, "week.bpmn").send().join();
    client.newCreateInstanceCommand().bpmnProcessId("week").latestVersion().send().join();
  }

  private static int greetings(CamundaClient client) {
    return client
        .newActivateJobsCommand()
        .jobType("greet")
        .maxJobsToActivate(5)
        .timeout(Duration.ofHours(1))
        .requestTimeout(Duration.ofSeconds(2))
        .send()
        .join()
        .getJobs()
        .size();
  }

  /** How far the broker's clock is ahead, or nothing at all while it does not answer. */
  private long daysAhead() throws InterruptedException {
    URI clock = ports.managementAddress().resolve("/actuator/clock");
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer =
          http.send(HttpRequest.newBuilder(clock).build(), BodyHandlers.ofString()).body();
      Matcher instant = Pattern.compile("\"instant\":\"([^\"]+)\"").matcher(answer);
      assertThat(instant.find()).isTrue();
      return Duration.between(Instant.now(), Instant.parse(instant.group(1))).plusHours(1).toDays();
    } catch (IOException away) {
      return -1;
    }
  }

  private void kill() throws IOException {
    long pid = Long.parseLong(Files.readString(home.resolve("broker.pid")));
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }
}
