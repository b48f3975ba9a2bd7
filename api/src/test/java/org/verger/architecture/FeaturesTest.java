package org.verger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** What one feature may use of another. */
class FeaturesTest {

  private static ApplicationModules modules;

  @BeforeAll
  static void find() {
    System.setProperty("spring.modulith.detection-strategy", FeaturesAndAdapters.class.getName());
    modules = ApplicationModules.of("org.verger", new TheProductOnly());
  }

  @Test
  void featuresAreFoundInAllMavenModules() {
    assertThat(modules.getModuleByName("tenants")).isPresent();
    assertThat(modules.getModuleByName("engine")).isPresent();
    assertThat(modules.getModuleByName("tenants.web")).isPresent();
  }

  @Test
  void featuresUseOnlyEachOthersRootPackagesAndInNoCircle() {
    modules.verify();
  }
}
