package org.verger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;

@Tag("engine")
class EngineStartTest {

  private static final String MODELS = "--verger.engine.models=classpath*:test-models/";

  record In(String subjectId) {}

  static final class Idle implements JobWorker<In, Nothing> {
    @Override
    public String jobType() {
      return "test-idle";
    }

    @Override
    public Nothing work(In input) {
      return new Nothing();
    }
  }

  @Test
  void theseTestsRunOnTheEngineThatTheBuildNames() {
    try (CamundaClient client = TestBroker.shared().client()) {
      assertThat(client.newTopologyRequest().send().join().getGatewayVersion())
          .isEqualTo(System.getProperty("verger.test.zeebe-version"));
    }
  }

  @Test
  void aJobTypeWithoutAWorkerKeepsTheProductFromStarting() {
    assertThatThrownBy(() -> start(MODELS))
        .hasRootCauseMessage(
            "Each job type in the models needs one worker, and the other way round."
                + " Without a worker: test-work.");
  }

  @Test
  void aWorkerThatNoModelNamesKeepsTheProductFromStarting() {
    assertThatThrownBy(() -> start(MODELS, new TestWork(), new Idle()))
        .hasRootCauseMessage(
            "Each job type in the models needs one worker, and the other way round."
                + " In no model: test-idle.");
  }

  @Test
  void twoWorkersForOneJobTypeKeepTheProductFromStarting() {
    assertThatThrownBy(() -> start(MODELS, new TestWork(), new TestWork()))
        .isInstanceOf(BeanCreationException.class)
        .hasRootCauseMessage(
            "Job type test-work has two workers, TestWork and TestWork: give one of them a type of"
                + " its own");
  }

  @Test
  void aModelThatTheEngineRejectsKeepsTheProductFromStartingAndIsNamed() {
    assertThatThrownBy(
            () -> start("--verger.engine.models=classpath*:test-rejected/", new TestWork()))
        .hasRootCauseInstanceOf(ModelRejectedException.class)
        .rootCause()
        .hasMessageContaining("rejects the model no-start.bpmn");
  }

  private static void start(String models, JobWorker<?, ?>... workers) {
    EngineTestApplication.builder(TestBroker.shared().address(), workers).run(models).close();
  }
}
