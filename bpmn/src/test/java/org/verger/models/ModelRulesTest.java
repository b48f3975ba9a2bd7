package org.verger.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.verger.models.ModelFile.ids;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.Task;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.IOException;
import java.util.List;

class ModelRulesTest {

  private static final int MOST_TASKS = 15;

  @EachModel
  void aModelIsWhatTheStandardSaysAndCanBeRun(ModelFile file) {
    assertThatCode(() -> Bpmn.validateModel(file.model())).doesNotThrowAnyException();
    assertThat(file.process().isExecutable()).isTrue();
  }

  @EachModel
  void aModelFitsIntoOneHead(ModelFile file) {
    int tasks = file.all(Task.class).size() + file.all(CallActivity.class).size();
    assertThat(tasks).isBetween(1, MOST_TASKS);
  }

  @EachModel
  void everyQuestionHasAnAnswerForTheUnexpected(ModelFile file) {
    assertThat(file.all(InclusiveGateway.class)).isEmpty();
    assertThat(file.questions())
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getDefault()).as("default of " + gateway.getId()).isNotNull();
              assertThat(gateway.getOutgoing())
                  .filteredOn(flow -> !flow.equals(gateway.getDefault()))
                  .allSatisfy(flow -> assertThat(flow.getConditionExpression()).isNotNull());
            });
  }

  @EachModel
  void aGatewayEitherJoinsOrSplits(ModelFile file) {
    assertThat(file.all(Gateway.class))
        .allSatisfy(
            gateway ->
                assertThat(gateway.getIncoming().size() > 1)
                    .as(gateway.getId())
                    .isNotEqualTo(gateway.getOutgoing().size() > 1));
  }

  @EachModel
  void onlyGatewaysJoinAndSplit(ModelFile file) {
    assertThat(file.all(FlowNode.class))
        .filteredOn(node -> !(node instanceof Gateway))
        .allSatisfy(
            node -> {
              assertThat(node.getIncoming()).as(node.getId()).hasSizeLessThan(2);
              assertThat(node.getOutgoing()).as(node.getId()).hasSizeLessThan(2);
            });
  }

  @EachModel
  void nothingIsLeftHanging(ModelFile file) {
    assertThat(file.all(FlowNode.class))
        .allSatisfy(
            node -> {
              assertThat(node.getIncoming().isEmpty())
                  .as("without a way into " + node.getId())
                  .isEqualTo(ModelFile.mayStandWithoutIncoming(node));
              assertThat(node.getOutgoing().isEmpty())
                  .as("without a way out of " + node.getId())
                  .isEqualTo(ModelFile.mayStandWithoutOutgoing(node));
            });
  }

  @EachModel
  void aFlowIsNamedByBothOfItsEnds(ModelFile file) {
    assertThat(file.all(SequenceFlow.class))
        .allSatisfy(
            flow -> {
              assertThat(ids(flow.getSource().getOutgoing())).contains(flow.getId());
              assertThat(ids(flow.getTarget().getIncoming())).contains(flow.getId());
            });
  }

  @EachModel
  void aServiceTaskIsAJobThatIsTriedThreeTimes(ModelFile file) {
    assertThat(file.all(ServiceTask.class))
        .allSatisfy(
            task -> {
              var job = task.getSingleExtensionElement(ZeebeTaskDefinition.class);
              assertThat(job).as(task.getId()).isNotNull();
              assertThat(job.getDomElement().getAttribute("retries")).isEqualTo("3");
            });
  }

  @EachModel
  void aUserTaskIsKeptByTheEngineAndHasAFormAndAnOwner(ModelFile file) {
    assertThat(file.all(UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getSingleExtensionElement(ZeebeUserTask.class)).isNotNull();
              assertThat(task.getSingleExtensionElement(ZeebeAssignmentDefinition.class))
                  .isNotNull();
              assertThat(task.getSingleExtensionElement(ZeebeFormDefinition.class).getFormId())
                  .isIn(Form.all().map(Form::id).toList());
            });
  }

  @EachModel
  void aMessageFindsItsInstanceByOurOwnId(ModelFile file) {
    assertThat(file.all(MessageEventDefinition.class))
        .filteredOn(event -> !startsTheProcess(event))
        .map(event -> event.getMessage().getSingleExtensionElement(ZeebeSubscription.class))
        .allSatisfy(key -> assertThat(key.getCorrelationKey()).matches("=[a-z][A-Za-z]*Id"));
  }

  @EachModel
  void aMessageIsWaitedForInOnePlaceOnlyOfWhatRuns(ModelFile file) {
    assertThat(file.all(MessageEventDefinition.class))
        .filteredOn(event -> !startsTheProcess(event))
        .extracting(event -> event.getMessage().getName())
        .doesNotHaveDuplicates();
  }

  @EachModel
  void aTimerOrAMessageStartsAProcessUnlessAnotherOneCallsIt(ModelFile file) throws IOException {
    assertThat(file.process().getChildElementsByType(StartEvent.class))
        .singleElement()
        .extracting(start -> start.getEventDefinitions().isEmpty())
        .isEqualTo(calledProcesses().contains(file.name()));
  }

  @EachModel
  void aCalledProcessIsOneOfOursAndSharesTheVariables(ModelFile file) throws IOException {
    List<String> ours = ModelFile.all().map(ModelFile::name).toList();
    assertThat(file.all(ZeebeCalledElement.class))
        .hasSameSizeAs(file.all(CallActivity.class))
        .allSatisfy(
            called -> {
              assertThat(called.getProcessId()).isIn(ours);
              assertThat(called.isPropagateAllParentVariablesEnabled()).isTrue();
              assertThat(called.isPropagateAllChildVariablesEnabled()).isTrue();
            });
  }

  private static List<String> calledProcesses() throws IOException {
    return ModelFile.all()
        .flatMap(file -> file.all(ZeebeCalledElement.class).stream())
        .map(ZeebeCalledElement::getProcessId)
        .toList();
  }

  private static boolean startsTheProcess(EventDefinition event) {
    return event.getParentElement() instanceof StartEvent start
        && start.getParentElement() instanceof Process;
  }
}
