package org.verger.approvals;

import java.util.List;
import org.verger.organisation.Area;

/** A kind of request; each is a bean of the feature that it belongs to. */
public interface RequestKind {

  /** The form in which it is stored and sent, as in {@code expense}. */
  String code();

  /** The message that starts its process. */
  String startMessage();

  /** Which rights decide who sees it. */
  Area area();

  /** What its status is called once what was asked for is done, as in {@code released}. */
  String doneStatus();

  /** What approvers see, in this order. */
  List<Fact> facts(RequestId request);

  /** All have said yes. */
  default void approved(RequestId request) {}

  /** It was declined or withdrawn: what was held for it is given back. */
  default void dropped(RequestId request) {}

  /**
   * Does what was asked for; once, however often it is called.
   *
   * @throws ExecutionFailedException when it cannot be done until somebody puts something right
   */
  void execute(RequestId request);

  /**
   * Something that approvers should know.
   *
   * @param label as in "Left of the budget"
   * @param warning whether it should be looked at twice
   */
  record Fact(String label, String value, boolean warning) {

    /** An ordinary fact. */
    public static Fact of(String label, String value) {
      return new Fact(label, value, false);
    }
  }
}
