package org.verger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.verger.identity.Account;
import org.verger.identity.Accounts;

/** Gives each page request the roles that its account has now, not those it had at sign-in. */
final class AccountFilter extends OncePerRequestFilter {

  private final Accounts accounts;

  AccountFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn before
        && before.apiSession() == null) {
      renew(request, before);
    }
    chain.doFilter(request, response);
  }

  private void renew(HttpServletRequest request, SignedIn before) {
    Optional<Account> now = accounts.find(before.getPrincipal().id());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    now.ifPresent(account -> context.setAuthentication(new SignedIn(account, null)));
    SecurityContextHolder.setContext(context);
    HttpSession session = request.getSession(false);
    if (now.isEmpty() && session != null) {
      session.invalidate();
    }
  }
}
