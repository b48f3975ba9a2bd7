package org.verger.approvals;

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

/** An engine with the processes about approvals deployed, spoken to as the application does. */
final class ApprovalEngine implements AutoCloseable {

  static final String CHAIN = "approval-chain";
  static final String DIGEST = "approval-digest";

  private static final List<String> MODELS =
      List.of(
          "approvals/approval-chain.bpmn",
          "approvals/expense-request.bpmn",
          "approvals/role-assignment.bpmn",
          "approvals/event-proposal.bpmn",
          "approvals/approval-digest.bpmn",
          "approvals/approvals-decide-step.form");

  private final ProcessEngine engine;
  private final ApprovalWorkers workers;

  ApprovalEngine(ZeebeTestEngine testEngine) {
    engine = new ProcessEngine(testEngine, MODELS);
    workers = new ApprovalWorkers(engine.client());
  }

  ApprovalWorkers workers() {
    return workers;
  }

  EngineRecords records() {
    return engine.records();
  }

  @SafeVarargs
  final void request(RequestKind kind, String request, Map<String, Object>... stages) {
    workers.answer(request, stages);
    engine.publish(kind.message(), request, request, Map.of("requestId", request));
  }

  void resubmit(String request) {
    engine.publish("request-resubmitted", request, request, Map.of());
  }

  void withdraw(String request) {
    engine.publish("request-withdrawn", request, request, Map.of());
  }

  void planDigest(String digest, Instant at, String day) {
    engine.publish(
        "digest-planned",
        digest,
        digest,
        Map.of("digestId", digest, "digestAt", at.toString(), "digestDay", day));
  }

  void advance(Duration time) {
    engine.advance(time);
  }

  /** Leaves the tasks of a stage as a person's completion would do, except for the flow. */
  void skipSteps(String request) {
    long chain = records().instancesOf(CHAIN, request).getFirst();
    engine
        .client()
        .newModifyProcessInstanceCommand(chain)
        .activateElement("Gateway_StageBegins")
        .and()
        .terminateElement(records().elementInstanceKey(chain, "Task_DecideStep"))
        .send()
        .join();
  }

  void await(String process, String subject, Consumer<ProcessInstanceAssert> expected) {
    engine.await(process, subject, expected);
  }

  void awaitEnd(String process, String subject) {
    await(process, subject, ProcessInstanceAssert::isCompleted);
  }

  void awaitChainAt(String request, String element) {
    await(CHAIN, request, chain -> chain.isWaitingAtElements(element));
  }

  List<UserTaskRecordValue> awaitSteps(int count) {
    return engine.awaitTasks("Task_DecideStep", count);
  }

  @Override
  public void close() {
    engine.close();
  }
}
