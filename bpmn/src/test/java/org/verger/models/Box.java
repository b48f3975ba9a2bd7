package org.verger.models;

import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;

/** A rectangle of the diagram, in its pixels, y growing downwards. */
record Box(double x, double y, double width, double height) {

  static Box of(Bounds bounds) {
    return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middle() {
    return y + height / 2;
  }

  boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  boolean contains(Box other) {
    return x <= other.x
        && y <= other.y
        && right() >= other.right()
        && bottom() >= other.bottom()
        && !equals(other);
  }

  boolean hasOnItsBorder(Point point) {
    boolean onSide = (point.x() == x || point.x() == right()) && isBetween(point.y(), y, bottom());
    boolean onEdge = (point.y() == y || point.y() == bottom()) && isBetween(point.x(), x, right());
    return onSide || onEdge;
  }

  private static boolean isBetween(double value, double from, double to) {
    return from <= value && value <= to;
  }
}
