package org.verger.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.core.io.Resource;

/**
 * The types of the jobs that models ask for. A model may ask only for what one of our workers does:
 * the engine's licence rests on that too.
 */
public final class JobTypes {

  private static final Set<String> ASKING =
      Set.of("taskDefinition", "executionListener", "taskListener");

  private JobTypes() {}

  /**
   * All types that the models name.
   *
   * @throws IllegalStateException when a model cannot be read, or computes a type while it runs
   */
  public static Set<String> in(Collection<? extends Resource> models) {
    Set<String> types = new TreeSet<>();
    models.forEach(model -> addTypes(model, types));
    return types;
  }

  /**
   * Compares the types in the models with those that have a worker.
   *
   * @throws IllegalStateException naming each type that is on one side only
   */
  public static void requireSame(Set<String> inModels, Set<String> withWorker) {
    Set<String> unserved = without(inModels, withWorker);
    Set<String> idle = without(withWorker, inModels);
    if (!unserved.isEmpty() || !idle.isEmpty()) {
      throw new IllegalStateException(
          "Each job type in the models needs one worker, and the other way round."
              + (unserved.isEmpty()
                  ? ""
                  : " Without a worker: " + String.join(", ", unserved) + ".")
              + (idle.isEmpty() ? "" : " In no model: " + String.join(", ", idle) + "."));
    }
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static void addTypes(Resource model, Set<String> types) {
    try (InputStream xml = model.getInputStream()) {
      XMLStreamReader reader = factory().createXMLStreamReader(xml);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && ASKING.contains(reader.getLocalName())) {
          types.add(fixed(reader.getAttributeValue(null, "type"), model));
        }
      }
    } catch (IOException | XMLStreamException unreadable) {
      throw new IllegalStateException(
          "The model " + model.getFilename() + " cannot be read", unreadable);
    }
  }

  private static String fixed(String type, Resource model) {
    if (type == null || type.isBlank() || type.startsWith("=")) {
      throw new IllegalStateException(
          "The model %s has a task whose job type is not a plain name"
              .formatted(model.getFilename()));
    }
    return type;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }
}
