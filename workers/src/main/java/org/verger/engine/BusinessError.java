package org.verger.engine;

import java.util.regex.Pattern;

/** The result cannot be reached, and the model says what happens then: a BPMN error. */
public final class BusinessError extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  private final String code;

  /**
   * @param code the error's code in the model: upper snake, feature first
   */
  public BusinessError(String code) {
    super(code);
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "An error code is upper snake with the feature first, as in GIVING_BUDGET_EXHAUSTED: "
              + code);
    }
    this.code = code;
  }

  /** The code that the model's boundary event catches. */
  public String code() {
    return code;
  }
}
