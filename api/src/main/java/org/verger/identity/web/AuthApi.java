package org.verger.identity.web;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.identity.Account;
import org.verger.identity.ApiSessions;
import org.verger.identity.SignIn;
import org.verger.identity.SignInResult;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.validation.InvalidInputException;
import org.verger.web.ApiTokens;
import org.verger.web.Problems;
import org.verger.web.SignedIn;

/** Sign-in for API clients. */
@RestController
@RunsInRole(RunsInRole.API)
@RequestMapping("/api/v1/auth")
class AuthApi {

  private final SignIn signIn;
  private final ApiSessions sessions;
  private final ApiTokens tokens;

  AuthApi(SignIn signIn, ApiSessions sessions, ApiTokens tokens) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** What a client signs in with. */
  record Credentials(@Nullable String email, @Nullable String password) {

    /** Without them. */
    @Override
    public String toString() {
      return "credentials";
    }
  }

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
  Tokens login(@RequestBody Credentials credentials) {
    SignInResult result =
        signIn.signIn(
            CurrentTenant.get().orElse(null),
            required("email", credentials.email()),
            required("password", credentials.password()));
    return switch (result) {
      case SignInResult.SignedIn in -> answer(sessions.open(in.account().id()));
      case SignInResult.Wrong wrong ->
          throw Problems.refusal(
              HttpStatus.UNAUTHORIZED, "wrong-credentials", "E-mail or password is wrong");
      case SignInResult.Locked locked -> throw locked(locked.remaining());
      case SignInResult.NotServed not ->
          throw Problems.refusal(
              HttpStatus.FORBIDDEN,
              "church-suspended",
              "This church is not served now: ask the administrator of the platform");
    };
  }

  @PostMapping("/refresh")
  @PreAuthorize("permitAll()")
  Tokens refresh(@RequestBody Refresh refresh) {
    return sessions
        .rotate(required("refreshToken", refresh.refreshToken()))
        .map(this::answer)
        .orElseThrow(
            () ->
                Problems.refusal(
                    HttpStatus.UNAUTHORIZED,
                    "invalid-token",
                    "The refresh token is not good any more: sign in again"));
  }

  @PostMapping("/logout")
  @PreAuthorize("isAuthenticated()")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(SignedIn signedIn) {
    UUID session = signedIn.apiSession();
    if (session != null) {
      sessions.revoke(session);
    }
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

  private Tokens answer(ApiSessions.Opened session) {
    return new Tokens(tokens.issue(session), session.refreshToken(), ApiTokens.LIFE.toSeconds());
  }

  private static ErrorResponseException locked(Duration remaining) {
    ErrorResponseException refusal =
        Problems.refusal(
            HttpStatus.TOO_MANY_REQUESTS,
            "locked-out",
            "Too many failed sign-ins: wait as long as the header Retry-After says, in seconds");
    refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(remaining.toSeconds() + 1));
    return refusal;
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw InvalidInputException.of(field, "Fill in this field");
    }
    return value;
  }
}
