package org.verger.web;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** Says where a body is wrong, without the names of our classes that the parser's message has. */
final class MalformedJson {

  private MalformedJson() {}

  static String explain(HttpMessageNotReadableException malformed) {
    return switch (malformed.getCause()) {
      case StreamReadException syntax ->
          "The body is not JSON: look at " + place(syntax.getLocation());
      case JacksonException wrong when !wrong.getPath().isEmpty() ->
          "The value of \"%s\" has the wrong form; the API's document says which is expected"
              .formatted(path(wrong));
      case JacksonException wrong ->
          "The body has the wrong form; the API's document says which is expected";
      case null, default -> "The body is missing: send JSON";
    };
  }

  private static String place(TokenStreamLocation location) {
    return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String path(JacksonException wrong) {
    return wrong.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : step.getPropertyName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }
}
