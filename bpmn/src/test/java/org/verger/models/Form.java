package org.verger.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/** A form as it lies on the classpath. */
record Form(String name, JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Form> all() throws UncheckedIOException {
    try {
      return Stream.of(ModelFile.resources("form")).map(Form::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String id() {
    return json.path("id").asText();
  }

  List<JsonNode> fields() {
    return json.path("components").valueStream().toList();
  }

  List<String> keys() {
    return fields().stream().map(field -> field.path("key").asText()).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  private static Form read(Resource resource) {
    try (InputStream stream = resource.getInputStream()) {
      return new Form(resource.getFilename(), JSON.readTree(stream));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
