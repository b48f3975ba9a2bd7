package org.verger.approvals;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Workers that answer as the real ones do, and keep what they were asked for. */
final class ApprovalWorkers {

  private final CamundaClient client;
  private final Map<String, Queue<Map<String, Object>>> stages = new ConcurrentHashMap<>();
  private final List<Object> openedAfter = new CopyOnWriteArrayList<>();
  private final List<String> executed = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<String> reminded = new CopyOnWriteArrayList<>();
  private final List<String> escalated = new CopyOnWriteArrayList<>();
  private final List<String> digests = new CopyOnWriteArrayList<>();

  ApprovalWorkers(CamundaClient client) {
    this.client = client;
    open("approvals-open-stage", this::openStage);
    open("approvals-execute-request", job -> note(executed, job.getElementId()));
    open("approvals-tell-requester", job -> note(told, variable(job, "requestId")));
    open("approvals-remind-approvers", job -> note(reminded, variable(job, "requestId")));
    open("approvals-escalate-steps", job -> note(escalated, variable(job, "requestId")));
    open("approvals-send-digest", job -> note(digests, variable(job, "digestDay")));
  }

  /** What the records say about a request each time that a stage of it is opened, in order. */
  @SafeVarargs
  final void answer(String request, Map<String, Object>... answers) {
    stages.put(request, new ConcurrentLinkedQueue<>(List.of(answers)));
  }

  /** The rounds that were known when stages were opened; {@code none} before the first. */
  List<Object> openedAfter() {
    return openedAfter;
  }

  /** The elements that executed a request. */
  List<String> executed() {
    return executed;
  }

  /** The requests whose requester was told. */
  List<String> told() {
    return told;
  }

  /** The requests whose approvers were reminded. */
  List<String> reminded() {
    return reminded;
  }

  /** The requests whose steps were escalated. */
  List<String> escalated() {
    return escalated;
  }

  /** The days that a digest was sent for. */
  List<String> digests() {
    return digests;
  }

  private Map<String, Object> openStage(ActivatedJob job) {
    openedAfter.add(job.getVariablesAsMap().getOrDefault("stageRound", "none"));
    return stages.get(variable(job, "requestId")).remove();
  }

  private static Map<String, Object> note(List<String> log, String what) {
    log.add(what);
    return Map.of();
  }

  private static String variable(ActivatedJob job, String name) {
    return (String) job.getVariable(name);
  }

  private void open(String type, Function<ActivatedJob, Map<String, Object>> answer) {
    client
        .newWorker()
        .jobType(type)
        .handler(
            (jobs, job) -> jobs.newCompleteCommand(job).variables(answer.apply(job)).send().join())
        .open();
  }
}
