package org.verger.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Our classes, without tests, and the Maven module that each comes from. */
final class VergerClasses {

  static final JavaClasses ALL =
      new ClassFileImporter().withImportOption(new NoTests()).importPackages("org.verger");

  private VergerClasses() {}

  static final class NoTests implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  /** The classes that a Maven module's build wrote, to a folder or to a jar. */
  static DescribedPredicate<JavaClass> inModule(String module) {
    return DescribedPredicate.describe(
        "are in module " + module,
        type ->
            type.getBaseComponentType()
                .getSource()
                .map(Source::getUri)
                .filter(uri -> uri.toString().contains("/" + module + "/target/"))
                .isPresent());
  }
}
