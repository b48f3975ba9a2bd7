package org.verger;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.verger.startup.PortCheck;

/**
 * The application. Started by {@link #main} it brings its own database and engine along, unless
 * others are named; a test that takes this class alone brings both itself.
 */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class, proxyBeanMethods = false)
public class VergerApplication {

  /** Starts the application with {@code --name=value} settings. */
  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(VergerApplication.class);
    application.setDefaultProperties(Map.of("verger.launched", "true"));
    application.addInitializers(new PortCheck());
    application.run(arguments);
  }
}
