package org.verger.web;

import java.time.Duration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told not to do with our answers. */
final class SecurityHeaders {

  private static final String OWN_CONTENT =
      "default-src 'self'; img-src 'self' data:; script-src 'self'; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; ";

  private SecurityHeaders() {}

  /** Nothing inline, nothing from elsewhere, in nobody's frame. */
  static Customizer<HeadersConfigurer<HttpSecurity>> strict() {
    return headers -> harden(headers, "style-src 'self'; frame-ancestors 'none'");
  }

  /** As {@link #strict()}, for what other sites may show in a frame. */
  static Customizer<HeadersConfigurer<HttpSecurity>> embeddable() {
    return headers -> {
      harden(headers, "style-src 'self'; frame-ancestors *");
      headers.frameOptions(FrameOptionsConfig::disable);
    };
  }

  /** As {@link #strict()}, for pages whose address is a secret that must not travel on. */
  static Customizer<HeadersConfigurer<HttpSecurity>> secretAddress() {
    return headers -> {
      harden(headers, "style-src 'self'; frame-ancestors 'none'");
      headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    };
  }

  /** As {@link #strict()}, for the API's page, whose markup carries styles of its own. */
  static Customizer<HeadersConfigurer<HttpSecurity>> apiDocument() {
    return headers -> harden(headers, "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'");
  }

  private static void harden(HeadersConfigurer<HttpSecurity> headers, String rest) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(OWN_CONTENT + rest))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
        .httpStrictTransportSecurity(
            transport -> transport.maxAgeInSeconds(Duration.ofDays(365).toSeconds()));
  }
}
