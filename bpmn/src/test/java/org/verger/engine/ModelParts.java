package org.verger.engine;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The elements and flows of models, each as {@code process id}. */
public final class ModelParts {

  private ModelParts() {}

  /** Those that the engine has neither entered nor taken. */
  public static Set<String> missed(
      EngineRecords records, String feature, Collection<String> processes) {
    Set<String> missed = new TreeSet<>();
    for (String process : processes) {
      Set<String> visited = records.visited(process);
      ids(feature, process)
          .filter(id -> !visited.contains(id))
          .forEach(id -> missed.add(process + " " + id));
    }
    return missed;
  }

  private static Stream<String> ids(String feature, String process) {
    String path = "/bpmn/" + feature + "/" + process + ".bpmn";
    try (InputStream file = ModelParts.class.getResourceAsStream(path)) {
      return Bpmn.readModelFromStream(file).getModelElementsByType(FlowElement.class).stream()
          .map(FlowElement::getId);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
