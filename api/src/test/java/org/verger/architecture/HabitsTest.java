package org.verger.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.verger.architecture.VergerClasses.ALL;
import static org.verger.architecture.VergerClasses.inModule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** Habits that a reader should not have to look for. */
class HabitsTest {

  private static final Pattern ADAPTER =
      Pattern.compile("(org\\.verger\\.[a-z]+\\.(?:web|worker|batch))(?:\\..*)?");

  @Test
  void nothingIsInjectedIntoFields() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION
        .because("a constructor shows what a class needs, and when it needs too much")
        .check(ALL);
  }

  @Test
  void thereIsOneWayToLog() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("we log through SLF4J").check(ALL);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("what is printed has no level, no time and no church")
        .check(ALL);
  }

  @Test
  void thereIsOneClock() {
    noClasses()
        .that(inModule("core").or(inModule("workers")).or(inModule("api")))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callConstructor(Date.class)
        .because("time is moved in the demo and in tests, for all of us at once")
        .check(ALL);
  }

  @Test
  void adaptersAreUsedByNobody() {
    classes()
        .should(beUsedWithinTheirAdapterOnly())
        .because("a page, a worker and a job are ways in: what they share belongs to the feature")
        .check(ALL);
  }

  @Test
  void controllersAreNobodysBusiness() {
    classes()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .and()
        .areNotAnnotations()
        .should()
        .notBePublic()
        .because("what two of them share belongs into a class of its own")
        .check(ALL);
  }

  @Test
  void useCasesAreToldWhoAsks() {
    noClasses()
        .that(inModule("core"))
        .should(dependOnClassesThat(resideInAPackage("org.springframework.security.core..")))
        .because("they run for workers and batch jobs too, where nobody is signed in")
        .check(ALL);
  }

  private static ArchCondition<JavaClass> beUsedWithinTheirAdapterOnly() {
    return new ArchCondition<>("be used within their own adapter only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Matcher adapter = ADAPTER.matcher(type.getPackageName());
        if (adapter.matches()) {
          type.getDirectDependenciesToSelf().stream()
              .filter(use -> !within(adapter.group(1)).test(use.getOriginClass()))
              .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
        }
      }
    };
  }

  private static DescribedPredicate<JavaClass> within(String adapter) {
    return resideInAPackage(adapter + "..");
  }
}
