package org.verger.exporter;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One instance of {@link TestModels#visit()}, driven step by step; keys come from the rows. */
record Visit(String guest, TestBroker broker, CamundaClient client, Projected projected) {

  static final String DUE_AT = "2027-01-02T10:00:00Z";
  static final String LATE_AT = "2027-02-01T10:00:00Z";
  static final String SECRET = "secret-in-a-variable";

  Visit plan() {
    client
        .newPublishMessageCommand()
        .messageName("visit-planned")
        .correlationKey(guest)
        .variables(
            Map.of(
                "tenantId", "olamchurch",
                "subjectId", guest,
                "groups", List.of("group-leader@u1", "campus-leader@u\"2"),
                "dueAt", DUE_AT,
                "lateAt", LATE_AT,
                "phone", SECRET))
        .send()
        .join();
    return this;
  }

  Visit prepare() {
    client.newCompleteCommand(activatedJob()).send().join();
    return this;
  }

  Visit failToPrepare(String message) {
    client.newFailCommand(activatedJob()).retries(0).errorMessage(message).send().join();
    return this;
  }

  Visit repair() {
    client.newUpdateRetriesCommand(job()).retries(1).send().join();
    client.newResolveIncidentCommand(incident()).send().join();
    return this;
  }

  void cancel() {
    client.newCancelInstanceCommand(instance()).send().join();
  }

  Visit assign(long task, String assignee) throws IOException, InterruptedException {
    broker.postUserTask(task, "assignment", "{\"assignee\": \"%s\"}".formatted(assignee));
    return this;
  }

  Visit complete(long task, String variables) throws IOException, InterruptedException {
    broker.postUserTask(task, "completion", "{\"variables\": %s}".formatted(variables));
    return this;
  }

  long instance() {
    return projected.awaitNumber(
        "SELECT key FROM engine.process_instance WHERE subject_id = ? AND process_id = 'visit'",
        guest);
  }

  long job() {
    return projected.awaitNumber(
        "SELECT key FROM engine.job WHERE process_instance_key = ?", instance());
  }

  long incident() {
    return projected.awaitNumber(
        "SELECT key FROM engine.incident WHERE process_instance_key = ?", instance());
  }

  long openTask(String element) {
    return projected.awaitNumber(
        "SELECT key FROM engine.user_task WHERE subject_id = ? AND element_id = ?"
            + " AND state = 'open'",
        guest,
        element);
  }

  String timerState(String element) {
    return projected
        .texts(
            "SELECT state FROM engine.timer WHERE process_instance_key = ? AND element_id = ?",
            instance(),
            element)
        .getFirst();
  }

  private long activatedJob() {
    long key = job();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                client
                    .newActivateJobsCommand()
                    .jobType("prepare")
                    .maxJobsToActivate(10)
                    .timeout(Duration.ofMillis(200))
                    .send()
                    .join()
                    .getJobs()
                    .stream()
                    .anyMatch(job -> job.getKey() == key));
    return key;
  }
}
