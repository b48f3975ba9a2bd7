package org.verger.exporter;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/**
 * Many instances of {@link TestModels#errand()}, told apart by our own id. The id is also the
 * message id, so asking twice for one errand starts one.
 */
final class Errands implements AutoCloseable {

  private final CamundaClient client;
  private final JobWorker worker;

  /** Our ids of what really ran. */
  final Set<String> run = ConcurrentHashMap.newKeySet();

  Errands(CamundaClient client) {
    this.client = client;
    this.worker =
        client
            .newWorker()
            .jobType("run")
            .handler(
                (jobs, job) -> {
                  run.add((String) job.getVariable("subjectId"));
                  jobs.newCompleteCommand(job).send().join();
                })
            .timeout(Duration.ofSeconds(10))
            .streamEnabled(true)
            .open();
  }

  static void deploy(CamundaClient client) {
    client
        .newDeployResourceCommand()
        .addProcessModel(TestModels.errand(), "errand.bpmn")
        .send()
        .join();
  }

  /** Asks until the engine has taken it. */
  void ask(String id) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> isTaken(id));
  }

  private boolean isTaken(String id) {
    try {
      client
          .newPublishMessageCommand()
          .messageName("errand-asked")
          .correlationKey(id)
          .messageId(id)
          .timeToLive(Duration.ofHours(1))
          .variables(Map.of("tenantId", "olamchurch", "subjectId", id))
          .send()
          .join();
      return true;
    } catch (ClientStatusException refused) {
      return refused.getStatusCode() == Status.Code.ALREADY_EXISTS;
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
