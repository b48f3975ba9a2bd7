package org.verger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.verger.identity.SignIn;
import org.verger.identity.SignInResult;
import org.verger.tenants.TenantId;

/** Signs in on the page, by the same rules as the API. */
@Component
class PageSignIn implements AuthenticationProvider {

  private final SignIn signIn;

  PageSignIn(SignIn signIn) {
    this.signIn = signIn;
  }

  /** The churches that the form and the address name; more than one is a contradiction. */
  record Named(Set<String> churches) {}

  static Named church(HttpServletRequest request, TenantNames names) {
    Set<String> named = new LinkedHashSet<>(names.in(request));
    String typed = request.getParameter("church");
    if (typed != null && !typed.isBlank()) {
      named.add(typed.strip());
    }
    return new Named(named);
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    TenantId tenant = attempt.getDetails() instanceof Named named ? tenant(named.churches()) : null;
    SignInResult result =
        signIn.signIn(tenant, attempt.getName(), String.valueOf(attempt.getCredentials()));
    return switch (result) {
      case SignInResult.SignedIn in -> new SignedIn(in.account(), null);
      case SignInResult.Wrong wrong -> throw new BadCredentialsException("wrong");
      case SignInResult.Locked locked -> throw new LockedException("locked");
      case SignInResult.NotServed not -> throw new DisabledException("church");
    };
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  /** Back to the form, which says by {@code error} what to do: wrong, locked or church. */
  static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String error =
        switch (failure) {
          case LockedException locked -> "locked";
          case DisabledException notServed -> "church";
          default -> "wrong";
        };
    response.sendRedirect(request.getContextPath() + "/sign-in?error=" + error);
  }

  private static @Nullable TenantId tenant(Set<String> named) {
    if (named.isEmpty()) {
      return null;
    }
    String only = named.iterator().next();
    if (named.size() > 1 || !TenantId.isValid(only)) {
      throw new DisabledException("church");
    }
    return new TenantId(only);
  }
}
