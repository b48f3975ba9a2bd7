package org.verger.guests;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.verger.engine.EngineRecords;
import org.verger.engine.ProcessEngine;

/** An engine with the processes about guests deployed, spoken to as the application does. */
final class FollowUpEngine implements AutoCloseable {

  static final String FOLLOW_UP = "guest-follow-up";
  static final String REPLY = "guest-reply";
  static final String DISCIPLESHIP = "guest-discipleship";

  private static final List<String> MODELS =
      List.of(
          "guests/guest-follow-up.bpmn",
          "guests/guest-reply.bpmn",
          "guests/guest-discipleship.bpmn",
          "guests/guests-call-outcome.form",
          "guests/guests-answer-reply.form",
          "guests/guests-plan-discipleship.form");

  private final ProcessEngine engine;
  private final FollowUpWorkers workers;

  FollowUpEngine(ZeebeTestEngine testEngine) {
    engine = new ProcessEngine(testEngine, MODELS);
    workers = new FollowUpWorkers(engine.client());
  }

  FollowUpWorkers workers() {
    return workers;
  }

  EngineRecords records() {
    return engine.records();
  }

  void register(String guest, Instant at) {
    Map<String, Object> variables = FollowUpDates.from(at);
    variables.put("guestId", guest);
    publish("guest-registered", guest, variables);
  }

  /** What may start a process; it ends with what is published about {@code stay}. */
  void happens(String message, String guest, String stay) {
    engine.publish(message, guest, guest, Map.of("guestId", guest, "stayId", stay));
  }

  void happens(String message, String guest) {
    happens(message, guest, guest);
  }

  void publish(String message, String guest, Map<String, Object> more) {
    engine.publish(message, guest, guest, more);
  }

  void leaves(String guest, String stay, String exit) {
    engine.publish("guest-left", stay, guest, Map.of("exit", exit));
  }

  void publish(String message, String guest) {
    publish(message, guest, Map.of());
  }

  void advance(Duration time) {
    engine.advance(time);
  }

  /** What a person's completion would do, except for the flow that leaves the task. */
  void skip(String guest, String task, String next, Map<String, Object> variables) {
    long instance = records().instancesOf(FOLLOW_UP, guest).getFirst();
    engine
        .client()
        .newModifyProcessInstanceCommand(instance)
        .activateElement(next)
        .withVariables(variables, "SubProcess_FollowUp")
        .and()
        .terminateElement(records().elementInstanceKey(instance, task))
        .send()
        .join();
  }

  /** Waits until the guest's only run of a process is as {@code expected}. */
  void await(String process, String guest, Consumer<ProcessInstanceAssert> expected) {
    engine.await(process, guest, expected);
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
    return engine.awaitTasks(element, 1).getFirst();
  }

  @Override
  public void close() {
    engine.close();
  }
}
