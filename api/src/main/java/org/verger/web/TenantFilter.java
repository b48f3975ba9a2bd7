package org.verger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;
import org.verger.tenants.UnknownTenantException;

/**
 * Binds the church of a request for as long as it lasts. Subdomain, {@code X-Tenant} header, the
 * path of a public address and the sign-in may each name one; those that do must agree.
 */
final class TenantFilter extends OncePerRequestFilter {

  private final Tenants tenants;
  private final TenantNames names;
  private final Problems problems;

  TenantFilter(Tenants tenants, TenantNames names, Problems problems) {
    this.tenants = tenants;
    this.names = names;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Set<String> named = new LinkedHashSet<>(names.in(request));
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    boolean platform = false;
    if (authentication instanceof SignedIn signedIn) {
      TenantId own = signedIn.getPrincipal().tenant();
      platform = own == null;
      if (own != null) {
        named.add(own.value());
      }
    }
    if (named.size() > 1 || (platform && !named.isEmpty())) {
      problems.write(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "The address, the X-Tenant header and the sign-in name different churches");
    } else if (named.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      forChurch(named.iterator().next(), request, response, chain);
    }
  }

  private void forChurch(
      String name, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    TenantId tenant;
    try {
      tenant = tenants.active(new TenantId(name)).id();
    } catch (UnknownTenantException | IllegalArgumentException unknown) {
      problems.write(
          request, response, HttpStatus.NOT_FOUND, "No church with that name is served here");
      return;
    }
    try {
      CurrentTenant.run(tenant, () -> unchecked(request, response, chain));
    } catch (CarriedServletException carried) {
      throw carried.cause;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static void unchecked(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ServletException failure) {
      throw new CarriedServletException(failure);
    }
  }

  private static final class CarriedServletException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ServletException cause;

    CarriedServletException(ServletException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
