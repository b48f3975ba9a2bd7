package org.verger.models;

import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A sequence flow as it is drawn. */
record Line(SequenceFlow flow, List<Point> points) {

  static Line of(BpmnEdge edge) {
    return new Line(
        (SequenceFlow) edge.getBpmnElement(), edge.getWaypoints().stream().map(Point::of).toList());
  }

  Point start() {
    return points.getFirst();
  }

  Point end() {
    return points.getLast();
  }

  boolean runsLevelToTheRightAt(double y) {
    return points.stream().allMatch(point -> point.y() == y) && start().x() < end().x();
  }

  boolean turnsAtRightAnglesOnly() {
    return segments().stream().allMatch(segment -> segment.width() == 0 || segment.height() == 0);
  }

  boolean touches(Line other) {
    return segments().stream().anyMatch(mine -> other.segments().stream().anyMatch(meets(mine)));
  }

  boolean runsThrough(Box box) {
    return segments().stream().anyMatch(box::overlaps);
  }

  boolean sharesAnEndWith(Line other) {
    return flow.getSource().equals(other.flow.getSource())
        || flow.getTarget().equals(other.flow.getTarget())
        || flow.getSource().equals(other.flow.getTarget())
        || flow.getTarget().equals(other.flow.getSource());
  }

  @Override
  public String toString() {
    return flow.getId();
  }

  private static Predicate<Box> meets(Box mine) {
    return other ->
        mine.x() <= other.right()
            && other.x() <= mine.right()
            && mine.y() <= other.bottom()
            && other.y() <= mine.bottom();
  }

  /** Boxes without a width or without a height. */
  private List<Box> segments() {
    return IntStream.range(1, points.size())
        .mapToObj(to -> segment(points.get(to - 1), points.get(to)))
        .toList();
  }

  private static Box segment(Point from, Point to) {
    return new Box(
        Math.min(from.x(), to.x()),
        Math.min(from.y(), to.y()),
        Math.abs(from.x() - to.x()),
        Math.abs(from.y() - to.y()));
  }
}
