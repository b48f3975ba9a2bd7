package org.verger.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Our classes, without tests, and the Maven module that each comes from. */
final class VergerClasses {

  static final JavaClasses ALL =
      new ClassFileImporter().withImportOption(new TheProductOnly()).importPackages("org.verger");

  private VergerClasses() {}

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
