package org.verger.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The boundaries that the compiler's scopes leave open. */
@AnalyzeClasses(packages = "org.verger", importOptions = TheProductOnly.class)
class ArchitectureTest {

  private static final String[] ADAPTERS = {
    "..web..", "..worker..", "org.verger.engine..", "org.verger.pages..", "org.verger.startup.."
  };

  @ArchTest
  static final ArchRule only_workers_see_the_engines_client =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.verger.engine..", "..worker..", "org.verger.exporter..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.camunda..")
          .because("the engine stays behind the ports of core, so that it can be exchanged");

  @ArchTest
  static final ArchRule the_domain_knows_no_web =
      noClasses()
          .that(resideInAPackage("org.verger..").and(resideInAnyPackage(ADAPTERS).negate()))
          .and()
          .resideOutsideOfPackage("org.verger")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "org.thymeleaf..", "org.springframework.web..")
          .because("a rule of the church must hold whoever asks: page, API, worker or batch");

  @ArchTest
  static final ArchRule workers_know_no_web =
      noClasses()
          .that()
          .resideInAnyPackage("..worker..", "org.verger.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..web", "jakarta.servlet..", "org.springframework.web..")
          .because("workers run where no page is served");

  @ArchTest
  static final ArchRule the_exporter_stands_alone =
      noClasses()
          .that()
          .resideInAPackage("org.verger.exporter..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.verger..")
                  .and(resideInAPackage("org.verger.exporter..").negate()))
          .allowEmptyShould(true)
          .because("the broker loads it without the rest");

  @ArchTest
  static final ArchRule rest_says_who_may_call =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(RestController.class)
          .and()
          .areAnnotatedWith(GetMapping.class)
          .or()
          .areAnnotatedWith(PostMapping.class)
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(RestController.class)
          .should(SayWhoMayCall.BY_PRE_AUTHORIZE)
          .because("an address that nobody thought about must not be open");

  @ArchTest
  static final ArchRule fields_are_not_injected =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .because("a constructor shows what a class needs, and how much");

  @ArchTest
  static final ArchRule one_way_of_logging =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("log context and format come with SLF4J");

  @ArchTest
  static final ArchRule controllers_are_nobodys_business =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .notBePublic()
          .because("what two of them share belongs into a class of its own");
}
