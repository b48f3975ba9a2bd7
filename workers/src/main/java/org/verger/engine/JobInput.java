package org.verger.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a worker's input of a job's variables and headers. */
final class JobInput<I extends Record> {

  static final String TENANT = "tenantId";
  static final String SUBJECT = "subjectId";

  private final Class<I> type;
  private final JsonMapper json;
  private final List<String> names;
  private final List<String> required;

  JobInput(Class<I> type, JsonMapper json) {
    this.type = type;
    this.json = json;
    this.names = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    this.required =
        Arrays.stream(type.getRecordComponents())
            .filter(component -> !mayBeMissing(component))
            .map(RecordComponent::getName)
            .toList();
  }

  private static boolean mayBeMissing(RecordComponent component) {
    return component.getType() == Optional.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** What is fetched: the input's components and what the harness binds. */
  List<String> fetched() {
    return Stream.concat(names.stream(), Stream.of(TENANT, SUBJECT)).distinct().toList();
  }

  /** The job's variables, as the engine sent them. */
  ObjectNode variables(ActivatedJob job) {
    return (ObjectNode) json.readTree(job.getVariables());
  }

  I read(ActivatedJob job, ObjectNode variables) {
    ObjectNode fields = json.createObjectNode();
    for (String name : names) {
      if (variables.hasNonNull(name)) {
        fields.set(name, variables.get(name));
      } else if (job.getCustomHeaders().containsKey(name)) {
        fields.put(name, job.getCustomHeaders().get(name));
      }
    }
    requireAll(fields);
    return convert(fields);
  }

  private void requireAll(ObjectNode fields) {
    List<String> missing = required.stream().filter(name -> !fields.has(name)).toList();
    if (!missing.isEmpty()) {
      throw new UnreadableJobException(
          "Neither a variable nor a task header gives " + String.join(", ", missing));
    }
  }

  private I convert(ObjectNode fields) {
    try {
      return json.treeToValue(fields, type);
    } catch (JacksonException mismatch) {
      String where =
          mismatch.getPath().stream()
              .map(JacksonException.Reference::getPropertyName)
              .collect(Collectors.joining("."));
      throw new UnreadableJobException(
          where.isEmpty()
              ? type.getSimpleName() + " refuses its values"
              : "The value of " + where + " does not fit " + type.getSimpleName());
    }
  }
}
