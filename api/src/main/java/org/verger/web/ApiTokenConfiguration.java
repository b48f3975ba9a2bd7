package org.verger.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.deployment.CannotStartException;
import org.verger.deployment.RunsInRole;
import org.verger.identity.Accounts;
import org.verger.identity.ApiSessions;
import org.verger.machine.DataFolder;
import org.verger.time.MovableClock;

@Configuration(proxyBeanMethods = false)
@RunsInRole(RunsInRole.API)
class ApiTokenConfiguration {

  /** With the given secret or, in the demo only, with one that is kept in the data folder. */
  @Bean
  ApiTokens apiTokens(
      @Value("${verger.security.jwt-secret:}") String given,
      @Value("${verger.demo:false}") boolean demo,
      ObjectProvider<DataFolder> folder,
      ApiSessions sessions,
      Accounts accounts,
      MovableClock clock) {
    return new ApiTokens(secret(given, demo, folder), sessions, accounts, clock.machine());
  }

  private static String secret(String given, boolean demo, ObjectProvider<DataFolder> folder) {
    if (!given.isBlank()) {
      return given;
    }
    if (!demo) {
      throw new CannotStartException(
          "The key of the access tokens is missing: set VERGER_SECURITY_JWT_SECRET to at least 32"
              + " random characters, the same on every node");
    }
    return folder.getObject().secret("jwt");
  }
}
