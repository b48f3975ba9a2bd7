package org.verger.identity.web;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.identity.Account;
import org.verger.identity.ApiSessions;
import org.verger.identity.SignIn;
import org.verger.identity.SignInResult;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.time.MovableClock;
import org.verger.validation.InvalidInputException;
import org.verger.web.ApiTokens;
import org.verger.web.Problems;
import org.verger.web.SignedIn;

/** Sign-in for API clients. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthApi {

  private final SignIn signIn;
  private final ApiSessions sessions;
  private final ApiTokens tokens;
  private final MovableClock clock;

  AuthApi(SignIn signIn, ApiSessions sessions, ApiTokens tokens, MovableClock clock) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What a client signs in with. */
  record Credentials(@Nullable String email, @Nullable String password) {}

  /** What a client goes on with. */
  record Refresh(@Nullable String refreshToken) {}

  /**
   * The answer to a sign-in.
   *
   * @param expiresIn seconds that the access token is good for
   */
  record Tokens(String accessToken, String refreshToken, long expiresIn) {}

  /** Who is signed in. */
  record Me(UUID id, String email, String name, @Nullable String tenant, Set<String> roles) {}

  @PostMapping("/login")
  @PreAuthorize("permitAll()")
  @SecurityRequirements
  ResponseEntity<?> login(@RequestBody Credentials credentials) {
    TenantId tenant = CurrentTenant.get().orElse(null);
    SignInResult result =
        signIn.signIn(
            tenant,
            required("email", credentials.email()),
            required("password", credentials.password()));
    return switch (result) {
      case SignInResult.SignedIn in -> ResponseEntity.ok(open(in.account()));
      case SignInResult.Wrong wrong ->
          ResponseEntity.status(HttpStatus.UNAUTHORIZED)
              .body(Problems.of(HttpStatus.UNAUTHORIZED, "E-mail or password is wrong"));
      case SignInResult.Locked locked -> locked(locked.until());
    };
  }

  @PostMapping("/refresh")
  @PreAuthorize("permitAll()")
  @SecurityRequirements
  ResponseEntity<?> refresh(@RequestBody Refresh refresh) {
    return sessions
        .rotate(required("refreshToken", refresh.refreshToken()))
        .<ResponseEntity<?>>map(next -> ResponseEntity.ok(answer(next)))
        .orElseGet(
            () ->
                ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .body(
                        Problems.of(
                            HttpStatus.UNAUTHORIZED,
                            "The refresh token is not good any more: sign in again")));
  }

  @PostMapping("/logout")
  @PreAuthorize("isAuthenticated()")
  ResponseEntity<Void> logout(SignedIn signedIn) {
    UUID session = signedIn.apiSession();
    if (session != null) {
      sessions.revoke(session);
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/me")
  @PreAuthorize("isAuthenticated()")
  Me me(SignedIn signedIn) {
    Account account = signedIn.getPrincipal();
    TenantId tenant = account.tenant();
    return new Me(
        account.id(),
        account.email(),
        account.displayName(),
        tenant == null ? null : tenant.value(),
        account.roles());
  }

  private Tokens open(Account account) {
    return answer(sessions.open(account.id()));
  }

  private Tokens answer(ApiSessions.Opened session) {
    return new Tokens(tokens.issue(session), session.refreshToken(), ApiTokens.LIFE.toSeconds());
  }

  private ResponseEntity<?> locked(Instant until) {
    long seconds = Duration.between(clock.machine().instant(), until).toSeconds() + 1;
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)))
        .body(
            Problems.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many failed sign-ins: wait a quarter of an hour and try again"));
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw InvalidInputException.of(field, "Fill in this field");
    }
    return value;
  }
}
