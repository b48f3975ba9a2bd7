package org.verger.time;

/** Time was to be moved where that is not possible, or not in that way. */
public final class ClockNotMovableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ClockNotMovableException(String sentence) {
    super(sentence);
  }

  static ClockNotMovableException outsideTheDemo() {
    return new ClockNotMovableException("Time can be moved in the demo only");
  }

  static ClockNotMovableException by(String what) {
    return new ClockNotMovableException(
        "Time cannot be moved by %s: give a time span of at most a year, such as P7D or PT12H"
            .formatted(what));
  }
}
