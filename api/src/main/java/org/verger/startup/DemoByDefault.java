package org.verger.startup;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Switches the demo on where nobody decided it and both the database and the engine are our own.
 * Somebody else's must never get a church that does not exist, or a clock that runs ahead.
 */
class DemoByDefault implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean external =
        StringUtils.hasText(environment.getProperty("spring.datasource.url"))
            || StringUtils.hasText(environment.getProperty("verger.engine.address"));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("demoByDefault", Map.of("verger.demo", !external)));
  }
}
