package org.verger.models;

import static java.util.stream.Collectors.toMap;

import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a reader sees of a model.
 *
 * @param shapes where each element is drawn
 * @param labels the texts that stand beside their element, by the element's id
 */
record Picture(Map<FlowNode, Box> shapes, List<Line> lines, Map<String, Box> labels) {

  static Picture of(ModelFile file) {
    Map<FlowNode, Box> shapes =
        file.all(BpmnShape.class).stream()
            .collect(toMap(shape -> (FlowNode) shape.getBpmnElement(), s -> Box.of(s.getBounds())));
    return new Picture(
        shapes, file.all(BpmnEdge.class).stream().map(Line::of).toList(), labels(file));
  }

  Box shape(FlowNode node) {
    return Objects.requireNonNull(shapes.get(node), node.getId());
  }

  Line line(SequenceFlow flow) {
    return lines.stream().filter(line -> line.flow().equals(flow)).findFirst().orElseThrow();
  }

  /** One may lie on the other: a sub-process and what is in it, a task and its boundary event. */
  static boolean belongTogether(FlowNode one, FlowNode other) {
    return isOn(one, other) || isOn(other, one);
  }

  private static boolean isOn(FlowNode inner, FlowNode outer) {
    boolean attached = inner instanceof BoundaryEvent event && outer.equals(event.getAttachedTo());
    return attached || isInside(inner, outer);
  }

  static boolean isInside(FlowNode inner, FlowNode outer) {
    return Stream.iterate(inner.getParentElement(), Objects::nonNull, e -> e.getParentElement())
        .anyMatch(outer::equals);
  }

  private static Map<String, Box> labels(ModelFile file) {
    return file.all(BpmnLabel.class).stream()
        .collect(toMap(Picture::labelledId, label -> Box.of(label.getBounds())));
  }

  private static String labelledId(BpmnLabel label) {
    return label.getParentElement() instanceof BpmnShape shape
        ? shape.getBpmnElement().getId()
        : ((BpmnEdge) label.getParentElement()).getBpmnElement().getId();
  }
}
