package org.verger.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.verger.deployment.Launched;

/** Says where the application is. What else there is to say follows on the same event. */
@Component
@Launched
class Greeting {

  private static final Logger log = LoggerFactory.getLogger(Greeting.class);

  private final Environment environment;

  Greeting(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void greet() {
    log.info(
        "Verger is ready at http://localhost:{}", environment.getProperty("local.server.port"));
  }
}
