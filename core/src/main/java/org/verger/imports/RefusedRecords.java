package org.verger.imports;

import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Why the database refused the records of a file. What is in them is left out.
 *
 * @param rule the name of the rule that they break
 * @param sentence what happened and what to do
 */
record RefusedRecords(String rule, String sentence) {

  private static final String TWICE = "23505";
  private static final String REFERRED = "23503";

  static RefusedRecords of(DataIntegrityViolationException refused) {
    if (!(refused.getMostSpecificCause() instanceof PSQLException cause)) {
      return of("", "unknown");
    }
    String state = Objects.requireNonNullElse(cause.getSQLState(), "");
    ServerErrorMessage message = cause.getServerErrorMessage();
    String rule = message == null ? null : message.getConstraint();
    return of(state, Objects.requireNonNullElse(rule, state));
  }

  private static RefusedRecords of(String state, String rule) {
    String sentence =
        switch (state) {
          case TWICE ->
              "Something of the same name or id is there by now, or stands twice in the file (rule"
                  + " %s). Read it again, look at it and apply it then.";
          case REFERRED ->
              "Something that the file refers to is gone (rule %s). Read it again, look at it and"
                  + " apply it then.";
          default ->
              "The file holds a value that cannot be kept (rule %s). Correct it in the file and"
                  + " send the file again.";
        };
    return new RefusedRecords(rule, sentence.formatted(rule));
  }
}
