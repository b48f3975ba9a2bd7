package org.verger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.assertions.ProcessInstanceAssert;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** An engine with the models of one feature deployed, spoken to as the application does. */
public final class ProcessEngine implements AutoCloseable {

  /** Nothing listens there: a command that needs REST must not reach a broker nearby. */
  private static final URI NO_REST = URI.create("http://127.0.0.1:1");

  private final ZeebeTestEngine engine;
  private final RecordStream stream;
  private final CamundaClient client;
  private final EngineRecords records;

  public ProcessEngine(ZeebeTestEngine engine, List<String> models) {
    this.engine = engine;
    stream = RecordStream.of(engine.getRecordStreamSource());
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .restAddress(NO_REST)
            .preferRestOverGrpc(false)
            .build();
    records = new EngineRecords(stream);
    deploy(models);
  }

  public CamundaClient client() {
    return client;
  }

  public EngineRecords records() {
    return records;
  }

  public void publish(String message, String key, String subject, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("tenantId", "grace");
    variables.put("subjectId", subject);
    client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(key)
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  public void advance(Duration time) {
    engine.increaseTime(time);
  }

  /** Waits until the subject's only run of a process is as {@code expected}. */
  public void await(String process, String subject, Consumer<ProcessInstanceAssert> expected) {
    Awaitility.await().until(() -> !records.instancesOf(process, subject).isEmpty());
    assertThat(records.instancesOf(process, subject)).hasSize(1);
    long key = records.instancesOf(process, subject).getFirst();
    Awaitility.await()
        .untilAsserted(
            () -> {
              ProcessInstanceAssert run = new ProcessInstanceAssert(key, stream);
              run.hasNoIncidents();
              expected.accept(run);
            });
  }

  /** The tasks of a kind so far, as soon as there are so many. */
  public List<UserTaskRecordValue> awaitTasks(String element, int count) {
    Awaitility.await().until(() -> records.tasksCreated(element).size() >= count);
    assertThat(records.tasksCreated(element)).hasSize(count);
    return records.tasksCreated(element);
  }

  @Override
  public void close() {
    client.close();
  }

  private void deploy(List<String> models) {
    var files = models.stream().map(model -> "bpmn/" + model).toList();
    var command = client.newDeployResourceCommand().addResourceFromClasspath(files.getFirst());
    files.stream().skip(1).forEach(command::addResourceFromClasspath);
    command.send().join();
  }
}
