package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** An engine with the processes about guests deployed, spoken to as the application does. */
final class FollowUpEngine implements AutoCloseable {

  static final String FOLLOW_UP = "guest-follow-up";
  static final String REPLY = "guest-reply";
  static final String DISCIPLESHIP = "guest-discipleship";

  private static final String FOLDER = "bpmn/guests/";

  /** Nothing listens there: a command that needs REST must not reach a broker nearby. */
  private static final URI NO_REST = URI.create("http://127.0.0.1:1");

  private final ZeebeTestEngine engine;
  private final RecordStream stream;
  private final CamundaClient client;
  private final FollowUpWorkers workers;
  private final FollowUpRecords records;

  FollowUpEngine(ZeebeTestEngine engine) {
    this.engine = engine;
    stream = RecordStream.of(engine.getRecordStreamSource());
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .restAddress(NO_REST)
            .preferRestOverGrpc(false)
            .build();
    workers = new FollowUpWorkers(client);
    records = new FollowUpRecords(stream);
    deploy();
  }

  FollowUpWorkers workers() {
    return workers;
  }

  FollowUpRecords records() {
    return records;
  }

  void register(String guest, Instant at) {
    Map<String, Object> variables = FollowUpDates.from(at);
    variables.put("guestId", guest);
    publish("guest-registered", guest, variables);
  }

  /** What may start a process; it ends with what is published about {@code stay}. */
  void happens(String message, String guest, String stay) {
    publish(message, guest, guest, Map.of("guestId", guest, "stayId", stay));
  }

  void happens(String message, String guest) {
    happens(message, guest, guest);
  }

  void publish(String message, String guest, Map<String, Object> more) {
    publish(message, guest, guest, more);
  }

  void leaves(String guest, String stay, String exit) {
    publish("guest-left", stay, guest, Map.of("exit", exit));
  }

  private void publish(String message, String key, String guest, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("tenantId", "grace");
    variables.put("subjectId", guest);
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(key)
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  void publish(String message, String guest) {
    publish(message, guest, Map.of());
  }

  void advance(Duration time) {
    engine.increaseTime(time);
  }

  /** What a person's completion would do, except for the flow that leaves the task. */
  void skip(String guest, String task, String next, Map<String, Object> variables) {
    long instance = records.instancesOf(FOLLOW_UP, guest).getFirst();
    client
        .newModifyProcessInstanceCommand(instance)
        .activateElement(next)
        .withVariables(variables, "SubProcess_FollowUp")
        .and()
        .terminateElement(records.elementInstanceKey(instance, task))
        .send()
        .join();
  }

  /** Waits until the guest's only run of a process is as {@code expected}. */
  void await(String process, String guest, Consumer<ProcessInstanceAssert> expected) {
    Awaitility.await().until(() -> !records.instancesOf(process, guest).isEmpty());
    assertThat(records.instancesOf(process, guest)).hasSize(1);
    long key = records.instancesOf(process, guest).getFirst();
    Awaitility.await()
        .untilAsserted(
            () -> {
              ProcessInstanceAssert run = new ProcessInstanceAssert(key, stream);
              run.hasNoIncidents();
              expected.accept(run);
            });
  }

  void awaitFollowUpOf(String guest, Consumer<ProcessInstanceAssert> expected) {
    await(FOLLOW_UP, guest, expected);
  }

  void awaitAt(String guest, String... elements) {
    awaitFollowUpOf(guest, followUp -> followUp.isWaitingAtElements(elements));
  }

  void awaitEnd(String guest) {
    awaitFollowUpOf(guest, ProcessInstanceAssert::isCompleted);
  }

  /** The only task of its kind so far. */
  UserTaskRecordValue awaitTask(String element) {
    Awaitility.await().until(() -> !records.tasksCreated(element).isEmpty());
    assertThat(records.tasksCreated(element)).hasSize(1);
    return records.tasksCreated(element).getFirst();
  }

  @Override
  public void close() {
    client.close();
  }

  private void deploy() {
    client
        .newDeployResourceCommand()
        .addResourceFromClasspath(FOLDER + FOLLOW_UP + ".bpmn")
        .addResourceFromClasspath(FOLDER + REPLY + ".bpmn")
        .addResourceFromClasspath(FOLDER + DISCIPLESHIP + ".bpmn")
        .addResourceFromClasspath(FOLDER + "guests-call-outcome.form")
        .addResourceFromClasspath(FOLDER + "guests-answer-reply.form")
        .addResourceFromClasspath(FOLDER + "guests-plan-discipleship.form")
        .send()
        .join();
  }
}
