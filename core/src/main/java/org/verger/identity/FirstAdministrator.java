package org.verger.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.verger.deployment.CannotStartException;
import org.verger.deployment.RunsInRole;
import org.verger.validation.InvalidInputException;

/** Lets the platform's first administrator in, who can then take in churches. */
@Component
@RunsInRole(RunsInRole.API)
@ConditionalOnProperty("verger.platform.admin-email")
class FirstAdministrator {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final CreateAccount createAccount;
  private final String email;
  private final String password;

  FirstAdministrator(
      CreateAccount createAccount,
      @Value("${verger.platform.admin-email}") String email,
      @Value("${verger.platform.admin-password}") String password) {
    this.createAccount = createAccount;
    this.email = email;
    this.password = checked(password);
  }

  private static String checked(String password) {
    try {
      CreateAccount.refuseBad(password);
      return password;
    } catch (InvalidInputException bad) {
      throw new CannotStartException(
          "%s for the platform's first administrator: correct VERGER_PLATFORM_ADMINPASSWORD"
              .formatted(bad.errors().getFirst().message()));
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void create() {
    if (createAccount.create(null, null, email, "Platform administrator", password)) {
      log.info("The account of the platform's administrator was created");
    }
  }
}
