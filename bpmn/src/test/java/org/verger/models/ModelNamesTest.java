package org.verger.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.Task;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.util.regex.Pattern;

class ModelNamesTest {

  private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String MEANING = "_([A-Z][a-z0-9]*)+";

  /** What a modeler makes up: Flow_1uxrs29, Activity_0k3d9fz. */
  private static final Pattern GENERATED = Pattern.compile("_[0-9][0-9a-z]{5,}$|_[0-9]+$");

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w-]*");

  @EachModel
  void aProcessIsNamedLikeItsFile(ModelFile file) {
    assertThat(file.all(Process.class)).singleElement().extracting("id").isEqualTo(file.name());
    assertThat(file.name()).matches(KEBAB);
    assertThat(file.process().getName()).isNotBlank();
  }

  @EachModel
  void anIdSaysWhatKindOfThingItIsAndWhatItMeans(ModelFile file) {
    assertThat(file.all(FlowElement.class))
        .allSatisfy(element -> assertThat(element.getId()).matches(prefix(element) + MEANING));
  }

  @EachModel
  void noIdWasMadeUpByAModeler(ModelFile file) {
    assertThat(file.all(BaseElement.class))
        .extracting(BaseElement::getId)
        .isNotEmpty()
        .noneMatch(id -> id != null && GENERATED.matcher(id).find());
  }

  @EachModel
  void everythingThatAPersonReadsHasALabel(ModelFile file) {
    assertThat(file.all(FlowNode.class))
        .filteredOn(node -> !(node instanceof Gateway))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).matches("[A-Z].*[^.]"));
  }

  @EachModel
  void aGatewayIsAQuestionAndItsFlowsAreTheAnswers(ModelFile file) {
    assertThat(file.questions())
        .allSatisfy(gateway -> assertThat(gateway.getName()).as(gateway.getId()).endsWith("?"))
        .flatMap(Gateway::getOutgoing)
        .allSatisfy(answer -> assertThat(answer.getName()).as(answer.getId()).isNotBlank());
  }

  @EachModel
  void aMessageIsKebabCaseInThePastTense(ModelFile file) {
    assertThat(file.all(Message.class))
        .extracting(Message::getName)
        .allSatisfy(
            name -> assertThat(name).matches(KEBAB + "-[a-z]+(ed|en|ent|eft|ade|aid|one|awn)"));
  }

  @EachModel
  void aJobTypeBeginsWithItsFeature(ModelFile file) {
    assertThat(file.all(ZeebeTaskDefinition.class))
        .extracting(ZeebeTaskDefinition::getType)
        .allSatisfy(type -> assertThat(type).matches(file.feature() + "-" + KEBAB));
  }

  @EachModel
  void aTaskIsForRolesAtAUnitAndNeverForAPerson(ModelFile file) {
    assertThat(file.all(ZeebeAssignmentDefinition.class))
        .allSatisfy(
            whose -> {
              assertThat(whose.getCandidateGroups()).matches("=[a-z][A-Za-z]*Groups");
              assertThat(whose.getAssignee()).isNull();
              assertThat(whose.getCandidateUsers()).isNull();
            });
  }

  @EachModel
  void aVariableIsCamelCase(ModelFile file) {
    assertThat(file.expressions())
        .map(expression -> expression.replaceAll("\"[^\"]*\"", ""))
        .flatMap(bare -> WORD.matcher(bare).results().map(match -> match.group()).toList())
        .allSatisfy(word -> assertThat(word).matches("[a-z][a-zA-Z0-9]*"));
  }

  @EachModel
  void noTwoElementsShareAnIdOrATaskALabel(ModelFile file) {
    assertThat(file.all(FlowElement.class)).extracting(FlowElement::getId).doesNotHaveDuplicates();
    assertThat(file.all(Task.class)).extracting(Task::getName).doesNotHaveDuplicates();
  }

  private static String prefix(FlowElement element) {
    return switch (element) {
      case SequenceFlow flow -> "Flow";
      case StartEvent start -> "StartEvent";
      case EndEvent end -> "EndEvent";
      case Event event -> "Event";
      case Gateway gateway -> "Gateway";
      case SubProcess inner -> "SubProcess";
      case CallActivity call -> "CallActivity";
      case Task task -> "Task";
      default -> throw new IllegalStateException("No prefix is agreed for " + element.getId());
    };
  }
}
