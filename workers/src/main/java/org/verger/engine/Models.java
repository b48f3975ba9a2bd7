package org.verger.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** The models on the class path. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class Models {

  private final List<Model> all;

  Models(EngineSettings settings, ResourcePatternResolver resources) {
    String folder = settings.models();
    all =
        Stream.of("bpmn", "dmn", "form")
            .flatMap(kind -> find(resources, folder + "**/*." + kind))
            .map(file -> new Model(nameWithin(folder, file), file))
            .sorted(Comparator.comparing(Model::name))
            .toList();
  }

  /**
   * A diagram, a table or a form.
   *
   * @param name its path below the models' folder; the engine knows a changed model by it
   */
  record Model(String name, Resource file) {

    byte[] content() {
      try {
        return file.getContentAsByteArray();
      } catch (IOException unreadable) {
        throw new UncheckedIOException("The model " + name + " cannot be read", unreadable);
      }
    }
  }

  List<Model> all() {
    return all;
  }

  /** The diagrams, which are what job types stand in. */
  List<Resource> diagrams() {
    return all.stream().filter(model -> model.name().endsWith(".bpmn")).map(Model::file).toList();
  }

  private static Stream<Resource> find(ResourcePatternResolver resources, String pattern) {
    try {
      return Arrays.stream(resources.getResources(pattern));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The models cannot be read: " + pattern, unreadable);
    }
  }

  private static String nameWithin(String folder, Resource file) {
    String root = "/" + folder.substring(folder.indexOf(':') + 1);
    try {
      String address = file.getURL().toString();
      return address.substring(address.lastIndexOf(root) + root.length());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("A model has no address: " + file, unreadable);
    }
  }
}
