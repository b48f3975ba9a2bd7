package org.verger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.architecture.VergerClasses.ALL;
import static org.verger.architecture.VergerClasses.inModule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each Maven module must never use. */
class MavenModulesTest {

  private static final DescribedPredicate<JavaClass> CAMUNDA =
      resideInAnyPackage("io.camunda..").as("Camunda's");
  private static final DescribedPredicate<JavaClass> BATCH =
      resideInAnyPackage("org.springframework.batch..", "org.quartz..").as("of Batch or Quartz");
  private static final DescribedPredicate<JavaClass> WEB =
      resideInAnyPackage(
              "jakarta.servlet..",
              "org.thymeleaf..",
              "org.springframework.web.bind..",
              "org.springframework.web.servlet..",
              "org.springframework.security.web..",
              "org.springframework.security.config..")
          .as("of the web");
  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("org.verger..");

  @ParameterizedTest
  @ValueSource(strings = {"core", "workers", "api", "exporter"})
  void theRulesBelowFindTheModule(String module) {
    assertThat(ALL.that(inModule(module))).hasSizeGreaterThan(5);
  }

  @Test
  void coreKnowsNeitherTheEngineNorBatchNorTheWeb() {
    noClasses()
        .that(inModule("core"))
        .should()
        .dependOnClassesThat(CAMUNDA.or(BATCH).or(WEB))
        .because("what the ministry means outlives the tools that carry it")
        .check(ALL);
  }

  @Test
  void coreKnowsNoOtherModule() {
    noClasses()
        .that(inModule("core"))
        .should()
        .dependOnClassesThat(OURS.and(not(inModule("core"))))
        .because("all others build on it")
        .check(ALL);
  }

  @Test
  void workersKnowNeitherTheWebNorBatch() {
    noClasses()
        .that(inModule("workers"))
        .should()
        .dependOnClassesThat(WEB.or(BATCH).or(inModule("api")).or(inModule("batch-jobs")))
        .because("they run in a process of their own, without a web server")
        .check(ALL);
  }

  @Test
  void batchJobsKnowNeitherTheWebNorTheEngine() {
    noClasses()
        .that(inModule("batch-jobs"))
        .should()
        .dependOnClassesThat(WEB.or(CAMUNDA).or(inModule("api")).or(inModule("workers")))
        .because("they start processes by writing to the outbox and in no other way")
        .allowEmptyShould(true)
        .check(ALL);
  }

  @Test
  void apiKnowsNeitherTheEngineNorBatch() {
    noClasses()
        .that(inModule("api"))
        .should()
        .dependOnClassesThat(CAMUNDA.or(BATCH).or(inModule("workers")).or(inModule("batch-jobs")))
        .because("a request is answered by core, whether or not the engine is there")
        .check(ALL);
  }

  @Test
  void theExporterKnowsNothingOfOursAndNoSpring() {
    noClasses()
        .that(inModule("exporter"))
        .should()
        .dependOnClassesThat(
            OURS.and(not(inModule("exporter"))).or(resideInAPackage("org.springframework..")))
        .because("the broker loads it into a class loader of its own")
        .check(ALL);
  }

  @Test
  void onlyWorkersSeeTheEnginesClient() {
    noClasses()
        .that(not(inModule("workers")))
        .should()
        .dependOnClassesThat(resideInAPackage("io.camunda.client.."))
        .because("the engine stays behind the ports of core and can be exchanged")
        .check(ALL);
  }

  @Test
  void modelsHoldNoJava() {
    assertThat(Path.of("..", "bpmn", "src", "main", "java"))
        .as("a model is used by its id, not by code")
        .doesNotExist();
  }
}
