package org.verger.architecture;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.JavaPackage;

/**
 * Each package below {@code org.verger} is a module, and a feature's {@code web}, {@code worker}
 * and {@code batch} are modules inside of it: they see their feature, and nobody sees them.
 */
class FeaturesAndAdapters implements ApplicationModuleDetectionStrategy {

  private static final Set<String> ADAPTERS = Set.of("web", "worker", "batch");

  @Override
  public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
    return root.getDirectSubPackages().stream()
        .flatMap(feature -> Stream.concat(Stream.of(feature), adapters(feature)));
  }

  private static Stream<JavaPackage> adapters(JavaPackage feature) {
    return feature.getDirectSubPackages().stream()
        .filter(inner -> ADAPTERS.contains(inner.getLocalName()));
  }
}
