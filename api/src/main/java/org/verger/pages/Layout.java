package org.verger.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.verger.deployment.RunsInRole;
import org.verger.identity.Account;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.Extent;
import org.verger.pages.NavigationEntry.Audience;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;
import org.verger.web.Staff;

/**
 * What the layout shows around every page, the error page too; templates ask it by its name, {@code
 * @layout}.
 */
@Component("layout")
@RunsInRole(RunsInRole.API)
public class Layout {

  private final List<NavigationEntry> entries;
  private final Tenants tenants;
  private final Staff staff;
  private final Access access;
  private final Clock clock;
  private final boolean demo;

  Layout(
      List<NavigationEntry> entries,
      Tenants tenants,
      Staff staff,
      Access access,
      Clock clock,
      @Value("${verger.demo:false}") boolean demo) {
    this.entries =
        entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
    this.tenants = tenants;
    this.staff = staff;
    this.access = access;
    this.clock = clock;
    this.demo = demo;
  }

  /** The name of the church, or of the product where no church is known. */
  public String church() {
    return CurrentTenant.get().flatMap(tenants::find).map(Tenant::name).orElse("Verger");
  }

  /** The navigation of whoever is signed in. */
  public List<NavigationEntry> navigation() {
    boolean platform = platform();
    Map<Area, Extent> rights = rights();
    return entries.stream()
        .filter(
            entry ->
                switch (entry.audience()) {
                  case Audience.Everybody all -> !platform;
                  case Audience.Platform those -> platform;
                  case Audience.Entitled entitled -> entitled.includes(rights);
                })
        .toList();
  }

  // An error page is laid out too, when the database may be away.
  private Map<Area, Extent> rights() {
    if (CurrentTenant.get().isEmpty()) {
      return Map.of();
    }
    try {
      return staff.find().map(access::widestOf).orElse(Map.of());
    } catch (DataAccessException | TransactionException away) {
      return Map.of();
    }
  }

  /** Whether somebody is signed in who looks after the platform and belongs to no church. */
  public boolean platform() {
    return roles().contains(Account.PLATFORM_ADMIN);
  }

  /** Whether the navigation marks {@code entry} on this page. */
  public boolean current(NavigationEntry entry) {
    return entry.leadsTo(path());
  }

  /** The path and query of this page, to come back to. */
  public String address() {
    return UriComponentsBuilder.fromUri(
            ServletUriComponentsBuilder.fromCurrentRequest().build().toUri())
        .scheme(null)
        .host(null)
        .port(null)
        .toUriString();
  }

  /** Whether somebody is signed in. */
  public boolean signedIn() {
    return authentication().isPresent();
  }

  /** The name of whoever is signed in; empty for nobody. */
  public String account() {
    return authentication().map(Authentication::getName).orElse("");
  }

  /** The first word of that name. */
  public String firstName() {
    return account().split("\\s", 2)[0];
  }

  /** Whether time can be moved by whoever is signed in. */
  public boolean demo() {
    return demo && !platform();
  }

  /** The time it is. */
  public Instant now() {
    return clock.instant();
  }

  private static String path() {
    return String.valueOf(ServletUriComponentsBuilder.fromCurrentRequest().build().getPath());
  }

  private static Set<String> roles() {
    return authentication().map(Authentication::getPrincipal).stream()
        .filter(Account.class::isInstance)
        .flatMap(who -> ((Account) who).roles().stream())
        .collect(Collectors.toSet());
  }

  private static Optional<Authentication> authentication() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .filter(who -> who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken));
  }
}
