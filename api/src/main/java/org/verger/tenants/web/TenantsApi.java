package org.verger.tenants.web;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantExistsException;
import org.verger.tenants.TenantId;
import org.verger.tenants.TenantMigrations;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Problems;
import org.verger.web.SignedIn;

/** Churches, for the platform's administrator. */
@RestController
@RequestMapping("/api/v1/platform/tenants")
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
class TenantsApi {

  private final CreateTenant createTenant;
  private final Tenants tenants;
  private final TenantMigrations migrations;

  TenantsApi(CreateTenant createTenant, Tenants tenants, TenantMigrations migrations) {
    this.createTenant = createTenant;
    this.tenants = tenants;
    this.migrations = migrations;
  }

  /** A church to take in. */
  record NewTenant(
      @Nullable String id,
      @Nullable String name,
      @Nullable String denomination,
      @Nullable String timeZone,
      @Nullable List<String> languages,
      @Nullable String region,
      @Nullable String currency) {}

  /** A church as it is registered. */
  record TenantView(
      String id, String name, String timeZone, List<String> languages, String status) {

    static TenantView of(Tenant tenant) {
      return new TenantView(
          tenant.id().value(),
          tenant.name(),
          tenant.zone().getId(),
          tenant.languages(),
          tenant.status().name().toLowerCase(Locale.ROOT));
    }
  }

  /** How a church's last migration ended. */
  record MigrationView(
      String tenant, boolean succeeded, @Nullable String version, @Nullable String error) {

    static MigrationView of(TenantMigrations.Report report) {
      return new MigrationView(
          report.tenant().value(), report.succeeded(), report.version(), report.error());
    }
  }

  /** A list. */
  record Items<T>(List<T> items) {}

  @GetMapping
  Items<TenantView> all() {
    return new Items<>(tenants.all().stream().map(TenantView::of).toList());
  }

  @GetMapping("/migrations")
  Items<MigrationView> migrations() {
    return new Items<>(migrations.reports().stream().map(MigrationView::of).toList());
  }

  @PostMapping
  ResponseEntity<MigrationView> create(@RequestBody NewTenant asked, SignedIn by) {
    Tenant tenant = read(asked);
    TenantMigrations.Report report = createTenant.create(tenant, by.getPrincipal().email());
    return ResponseEntity.created(URI.create("/api/v1/platform/tenants/" + tenant.id()))
        .body(MigrationView.of(report));
  }

  @PostMapping("/{id}/migration")
  MigrationView resume(@PathVariable String id, SignedIn by) {
    TenantId tenant = tenants.find(new TenantId(id)).orElseThrow(() -> unknown(id)).id();
    return MigrationView.of(createTenant.resume(tenant, by.getPrincipal().email()));
  }

  @ExceptionHandler
  ProblemDetail taken(TenantExistsException taken) {
    return Problems.of(HttpStatus.CONFLICT, String.valueOf(taken.getMessage()));
  }

  private static RuntimeException unknown(String id) {
    return org.verger.tenants.UnknownTenantException.forName(id);
  }

  private static Tenant read(NewTenant asked) {
    List<FieldError> errors = new ArrayList<>();
    check(errors, "id", () -> new TenantId(text(asked.id())));
    check(errors, "name", () -> requireText(asked.name()));
    check(errors, "timeZone", () -> ZoneId.of(text(asked.timeZone())));
    check(errors, "region", () -> requireRegion(text(asked.region())));
    check(errors, "currency", () -> Currency.getInstance(text(asked.currency())));
    check(errors, "languages", () -> requireText(String.join("", languages(asked))));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return new Tenant(
        new TenantId(text(asked.id())),
        text(asked.name()),
        asked.denomination(),
        ZoneId.of(text(asked.timeZone())),
        languages(asked),
        text(asked.region()),
        text(asked.currency()),
        Tenant.Status.CREATING);
  }

  private static void check(List<FieldError> errors, String field, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException | DateTimeException wrong) {
      errors.add(new FieldError(field, advice(field)));
    }
  }

  private static String advice(String field) {
    return switch (field) {
      case "id" -> "Give 2 to 40 small letters, digits or hyphens, starting with a letter";
      case "timeZone" -> "Give a zone such as America/Chicago";
      case "region" -> "Give an ISO 3166 code such as US";
      case "currency" -> "Give an ISO 4217 code such as USD";
      case "languages" -> "Give at least one ISO 639 code such as en";
      default -> "Fill in this field";
    };
  }

  private static void requireRegion(String region) {
    if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(region)) {
      throw new IllegalArgumentException(region);
    }
  }

  private static String requireText(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("empty");
    }
    return value;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static List<String> languages(NewTenant asked) {
    List<String> languages = asked.languages();
    return languages == null ? List.of() : languages;
  }
}
