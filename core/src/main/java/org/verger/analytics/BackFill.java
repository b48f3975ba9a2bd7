package org.verger.analytics;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.validation.InvalidInputException;

/** Has the figures of a range of days made anew, whether or not their records changed. */
@Component
public class BackFill {

  private final Marks marks;

  BackFill(Marks marks) {
    this.marks = marks;
  }

  /**
   * Marks the days of the scope that have come, which the calls of {@link RollUp} for it then take.
   *
   * @throws InvalidInputException when there is no subject, or the scope is a night's
   */
  @Transactional
  public void mark(Scope scope, Set<Subject> subjects) {
    if (subjects.isEmpty()) {
      throw InvalidInputException.of("subjects", "Choose at least one");
    }
    if (scope.isNight()) {
      throw InvalidInputException.of("from", "Give the first day");
    }
    marks.add(subjects, scope);
  }
}
