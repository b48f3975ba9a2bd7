package org.verger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
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

  /** The church that the form or the address names, if any. */
  record Church(@Nullable String name) {

    Church(HttpServletRequest request, TenantNames names) {
      this(named(request, names));
    }

    private static @Nullable String named(HttpServletRequest request, TenantNames names) {
      String typed = request.getParameter("church");
      List<String> inAddress = names.in(request);
      return typed != null && !typed.isBlank()
          ? typed.strip()
          : inAddress.isEmpty() ? null : inAddress.getFirst();
    }
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    Object details = attempt.getDetails();
    String church = details instanceof Church known ? known.name() : null;
    SignInResult result =
        signIn.signIn(tenant(church), attempt.getName(), String.valueOf(attempt.getCredentials()));
    return switch (result) {
      case SignInResult.SignedIn in -> new SignedIn(in.account(), null);
      case SignInResult.Wrong wrong -> throw new BadCredentialsException("wrong");
      case SignInResult.Locked locked -> throw new LockedException("locked");
    };
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String error = failure instanceof LockedException ? "locked" : "wrong";
    response.sendRedirect(request.getContextPath() + "/sign-in?error=" + error);
  }

  private static @Nullable TenantId tenant(@Nullable String name) {
    try {
      return name == null ? null : new TenantId(name);
    } catch (IllegalArgumentException notAName) {
      throw new BadCredentialsException("wrong", notAName);
    }
  }
}
