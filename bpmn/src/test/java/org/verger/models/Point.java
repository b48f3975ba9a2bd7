package org.verger.models;

import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;

/** A bend or an end of a line of the diagram. */
record Point(double x, double y) {

  static Point of(Waypoint waypoint) {
    return new Point(waypoint.getX(), waypoint.getY());
  }
}
