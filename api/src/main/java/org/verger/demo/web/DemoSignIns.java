package org.verger.demo.web;

import static org.verger.demo.DemoAccounts.PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.verger.demo.DemoAccounts;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Role;
import org.verger.pages.SignInSuggestion;
import org.verger.pages.SignInSuggestions;
import org.verger.tenants.CurrentTenant;

/** Tells who can sign in to the demo: in the log when it is ready, and on the sign-in page. */
@Component
@RunsInRole(RunsInRole.API)
@ConditionalOnBooleanProperty("verger.demo")
class DemoSignIns implements SignInSuggestions {

  private static final Logger log = LoggerFactory.getLogger(DemoSignIns.class);

  private static final Map<Role, String> DOES =
      Map.of(
          Role.ADMIN, "Sees and decides everything",
          Role.OPERATOR, "Sees everything and keeps it running",
          Role.NATIONAL_DIRECTOR, "Leads the whole church",
          Role.FINANCE_DIRECTOR, "Looks after the money",
          Role.REGIONAL_DIRECTOR, "Leads the Midwest",
          Role.CAMPUS_LEADER, "Leads the Chicago campus",
          Role.GROUP_LEADER, "Calls the guests of Chicago");

  @Override
  public List<SignInSuggestion> all() {
    Stream<SignInSuggestion> ofTheChurch =
        DemoAccounts.ROLES.stream()
            .map(
                role ->
                    new SignInSuggestion(
                        label(role),
                        DOES.getOrDefault(role, ""),
                        DemoAccounts.email(role),
                        PASSWORD));
    return Stream.concat(ofTheChurch, ofThePlatform()).toList();
  }

  // At a church's own address it cannot sign in.
  private static Stream<SignInSuggestion> ofThePlatform() {
    return CurrentTenant.get().isPresent()
        ? Stream.empty()
        : Stream.of(
            new SignInSuggestion(
                "Platform", "Sees the runs of all churches", DemoAccounts.PLATFORM, PASSWORD));
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    log.info(
        "Sign in as {} with the password {}",
        DemoAccounts.ROLES.stream().map(DemoAccounts::email).collect(Collectors.joining(", ")),
        PASSWORD);
    log.info(
        "{} sees the runs of all churches and takes in churches through the API, with the same"
            + " password",
        DemoAccounts.PLATFORM);
  }

  private static String label(Role role) {
    String words = role.value().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
