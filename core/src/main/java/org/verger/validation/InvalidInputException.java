package org.verger.validation;

import java.util.List;

/** Input that its sender can put right; names every field that is wrong, not only the first. */
public final class InvalidInputException extends RuntimeException {

  private final List<FieldError> errors;

  /**
   * One thing that is wrong.
   *
   * @param field as the sender knows it
   * @param message a sentence that says what to do
   */
  public record FieldError(String field, String message) {}

  public InvalidInputException(List<FieldError> errors) {
    super(String.join(", ", errors.stream().map(FieldError::field).toList()));
    this.errors = List.copyOf(errors);
  }

  /** For a single field. */
  public static InvalidInputException of(String field, String message) {
    return new InvalidInputException(List.of(new FieldError(field, message)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}
