package org.verger.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

class ModelPictureTest {

  @EachModel
  void everythingIsDrawn(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(picture.shapes().keySet())
        .containsExactlyInAnyOrderElementsOf(file.all(FlowNode.class));
    assertThat(picture.lines())
        .extracting(Line::flow)
        .containsExactlyInAnyOrderElementsOf(file.all(SequenceFlow.class));
  }

  @EachModel
  void theHappyPathIsOneStraightLineToTheRight(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(file.scopes())
        .allSatisfy(
            scope -> {
              StartEvent start = scope.getChildElementsByType(StartEvent.class).iterator().next();
              assertThat(reachesAnEnd(picture, start, picture.shape(start).middle()))
                  .as("from " + start.getId() + " straight to an end")
                  .isTrue();
            });
  }

  @EachModel
  void detoursLieBelowTheHappyPath(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(file.scopes())
        .allSatisfy(
            scope -> {
              StartEvent start = scope.getChildElementsByType(StartEvent.class).iterator().next();
              assertThat(nodesOf(scope))
                  .allMatch(
                      node -> picture.shape(node).bottom() > picture.shape(start).middle(),
                      "not above the happy path");
            });
  }

  @EachModel
  void whatIsInASubProcessIsDrawnInIt(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(file.all(SubProcess.class))
        .allSatisfy(
            outer ->
                assertThat(nodesOf(outer))
                    .isNotEmpty()
                    .filteredOn(node -> !(node instanceof BoundaryEvent))
                    .allMatch(node -> picture.shape(outer).contains(picture.shape(node))));
  }

  @EachModel
  void nothingLiesOnTopOfAnotherThing(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(pairs(List.copyOf(picture.shapes().keySet())))
        .filteredOn(pair -> !Picture.belongTogether(pair.one(), pair.other()))
        .filteredOn(pair -> picture.shape(pair.one()).overlaps(picture.shape(pair.other())))
        .isEmpty();
  }

  @EachModel
  void aLineRunsFromBorderToBorderWithRightAngles(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(picture.lines())
        .allSatisfy(
            line -> {
              assertThat(line.points()).hasSizeGreaterThanOrEqualTo(2);
              assertThat(line).matches(Line::turnsAtRightAnglesOnly, "turns at right angles only");
              assertThat(picture.shape(line.flow().getSource()).hasOnItsBorder(line.start()))
                  .as(line + " begins at its source")
                  .isTrue();
              assertThat(picture.shape(line.flow().getTarget()).hasOnItsBorder(line.end()))
                  .as(line + " ends at its target")
                  .isTrue();
            });
  }

  @EachModel
  void noTwoLinesCross(ModelFile file) {
    assertThat(pairs(Picture.of(file).lines()))
        .filteredOn(pair -> !pair.one().sharesAnEndWith(pair.other()))
        .filteredOn(pair -> pair.one().touches(pair.other()))
        .isEmpty();
  }

  @EachModel
  void noLineRunsThroughAnElement(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(picture.lines())
        .allSatisfy(
            line ->
                assertThat(picture.shapes().keySet())
                    .filteredOn(node -> !mayBeUnder(line.flow(), node))
                    .noneMatch(node -> line.runsThrough(picture.shape(node))));
  }

  @EachModel
  void aLabelIsReadable(ModelFile file) {
    Picture picture = Picture.of(file);
    assertThat(picture.labels().keySet()).containsAll(idsOfWhatNeedsALabel(file));
    assertThat(picture.labels())
        .allSatisfy(
            (id, label) -> {
              assertThat(picture.lines())
                  .as("lines under the label of " + id)
                  .noneMatch(line -> line.runsThrough(label));
              assertThat(picture.shapes().values())
                  .as("shapes under the label of " + id)
                  .noneMatch(shape -> shape.overlaps(label) && !shape.contains(label));
              assertThat(picture.labels().entrySet())
                  .as("labels under the label of " + id)
                  .filteredOn(other -> !other.getKey().equals(id))
                  .noneMatch(other -> other.getValue().overlaps(label));
            });
  }

  private static List<String> idsOfWhatNeedsALabel(ModelFile file) {
    Stream<? extends FlowElement> named =
        Stream.of(file.all(Event.class), file.all(Gateway.class), file.all(SequenceFlow.class))
            .flatMap(Collection::stream);
    return named.filter(it -> it.getName() != null).map(FlowElement::getId).toList();
  }

  private static boolean reachesAnEnd(Picture picture, FlowNode node, double y) {
    return node instanceof EndEvent
        || node.getOutgoing().stream()
            .filter(flow -> picture.line(flow).runsLevelToTheRightAt(y))
            .anyMatch(flow -> reachesAnEnd(picture, flow.getTarget(), y));
  }

  private static Collection<FlowNode> nodesOf(ModelElementInstance scope) {
    return scope.getChildElementsByType(FlowNode.class);
  }

  /** A line may run in the sub-processes that it lies in, and touch the things it joins. */
  private static boolean mayBeUnder(SequenceFlow flow, FlowNode node) {
    return Stream.of(flow.getSource(), flow.getTarget())
        .anyMatch(end -> end.equals(node) || Picture.isInside(end, node));
  }

  private static <T> List<Pair<T>> pairs(List<T> things) {
    return things.stream()
        .flatMap(
            one ->
                things.stream().skip(things.indexOf(one) + 1L).map(other -> new Pair<>(one, other)))
        .toList();
  }

  private record Pair<T>(T one, T other) {}
}
