package org.verger.guests;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Workers that answer as the real ones do, and keep what they were asked for. */
final class FollowUpWorkers {

  static final String CALLERS = "group-leader@oak-street";
  static final String LEADERS = "campus-leader@north";

  private final CamundaClient client;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<String> closed = new CopyOnWriteArrayList<>();

  FollowUpWorkers(CamundaClient client) {
    this.client = client;
  }

  void work() {
    assignCallers();
    sendMessages();
    closeFollowUps();
  }

  void sendMessages() {
    open("guests-send-message", sent, FollowUpWorkers::message, Map.of());
  }

  void assignCallers() {
    List<String> assigned = new CopyOnWriteArrayList<>();
    Map<String, Object> groups =
        Map.of("callerGroups", List.of(CALLERS), "leaderGroups", List.of(LEADERS));
    open("guests-assign-caller", assigned, job -> "", groups);
  }

  void closeFollowUps() {
    open("guests-close-follow-up", closed, FollowUpWorkers::exit, Map.of());
  }

  /** {@code template/channel} in the order of sending. */
  List<String> sent() {
    return sent;
  }

  /** The exit that each closed follow-up was closed with; {@code none} when it ran to its end. */
  List<String> closed() {
    return closed;
  }

  private void open(
      String type, List<String> log, Description description, Map<String, Object> answer) {
    JobHandler handler =
        (jobs, job) -> {
          log.add(description.of(job));
          jobs.newCompleteCommand(job).variables(answer).send().join();
        };
    client.newWorker().jobType(type).handler(handler).open();
  }

  private static String message(ActivatedJob job) {
    return job.getCustomHeaders().get("template") + "/" + job.getCustomHeaders().get("channel");
  }

  private static String exit(ActivatedJob job) {
    return String.valueOf(job.getVariablesAsMap().getOrDefault("exit", "none"));
  }

  private interface Description {
    String of(ActivatedJob job);
  }
}
