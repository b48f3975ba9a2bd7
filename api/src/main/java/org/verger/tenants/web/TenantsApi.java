package org.verger.tenants.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.identity.AppointAdministrator;
import org.verger.tenants.ChangeTenantStatus;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantAudit;
import org.verger.tenants.TenantId;
import org.verger.tenants.TenantMigrations;
import org.verger.tenants.Tenants;
import org.verger.tenants.UnknownTenantException;
import org.verger.web.SignedIn;

/** Churches, for the platform's administrator. */
@RestController
@RunsInRole(RunsInRole.API)
@RequestMapping("/api/v1/platform/tenants")
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
class TenantsApi {

  private final Tenants tenants;
  private final TenantMigrations migrations;
  private final CreateTenant createTenant;
  private final ChangeTenantStatus changeStatus;
  private final AppointAdministrator appointAdministrator;
  private final TenantAudit audit;

  TenantsApi(
      Tenants tenants,
      TenantMigrations migrations,
      CreateTenant createTenant,
      ChangeTenantStatus changeStatus,
      AppointAdministrator appointAdministrator,
      TenantAudit audit) {
    this.tenants = tenants;
    this.migrations = migrations;
    this.createTenant = createTenant;
    this.changeStatus = changeStatus;
    this.appointAdministrator = appointAdministrator;
    this.audit = audit;
  }

  /** A list. */
  record Items<T>(List<T> items) {}

  @GetMapping
  Items<TenantView> all() {
    Map<TenantId, TenantMigrations.Report> reports =
        migrations.reports().stream()
            .collect(Collectors.toMap(TenantMigrations.Report::tenant, Function.identity()));
    return new Items<>(
        tenants.all().stream()
            .map(tenant -> TenantView.of(tenant, reports.get(tenant.id())))
            .toList());
  }

  /** Registers, makes the schema and migrates; a church whose migration fails stays "creating". */
  @PostMapping
  ResponseEntity<TenantView> create(@RequestBody NewTenant asked, SignedIn by) {
    Tenant tenant = asked.read();
    TenantMigrations.Report report = createTenant.create(tenant, actor(by));
    return ResponseEntity.created(URI.create("/api/v1/platform/tenants/" + tenant.id()))
        .body(TenantView.of(known(tenant.id().value()), report));
  }

  @GetMapping("/{id}")
  TenantView one(@PathVariable String id) {
    Tenant tenant = known(id);
    return TenantView.of(tenant, migrations.report(tenant.id()).orElse(null));
  }

  /** What was done with the church, the latest first. */
  @GetMapping("/{id}/audit")
  Items<TenantAudit.Entry> audit(@PathVariable String id) {
    return new Items<>(audit.of(known(id).id()));
  }

  /** Lets somebody in who may do everything in the church; the first such also gets it going. */
  @PostMapping("/{id}/administrators")
  @ResponseStatus(HttpStatus.CREATED)
  void appoint(@PathVariable String id, @RequestBody NewAdministrator asked, SignedIn by) {
    Tenant church = known(id);
    appointAdministrator.appoint(
        church, asked.read(church), NewAdministrator.text(asked.password()), actor(by));
  }

  /** Migrates again after a failure. */
  @PostMapping("/{id}/migration")
  TenantView resume(@PathVariable String id, SignedIn by) {
    TenantMigrations.Report report = createTenant.resume(known(id).id(), actor(by));
    return TenantView.of(known(id), report);
  }

  @PostMapping("/{id}/suspend")
  TenantView suspend(@PathVariable String id, SignedIn by) {
    return changed(id, Tenant.Status.SUSPENDED, by);
  }

  @PostMapping("/{id}/activate")
  TenantView activate(@PathVariable String id, SignedIn by) {
    return changed(id, Tenant.Status.ACTIVE, by);
  }

  @PostMapping("/{id}/archive")
  TenantView archive(@PathVariable String id, SignedIn by) {
    return changed(id, Tenant.Status.ARCHIVED, by);
  }

  private TenantView changed(String id, Tenant.Status to, SignedIn by) {
    changeStatus.change(known(id).id(), to, actor(by));
    return one(id);
  }

  private Tenant known(String id) {
    return tenants.find(id).orElseThrow(() -> UnknownTenantException.forName(id));
  }

  private static String actor(SignedIn by) {
    return by.getPrincipal().email();
  }
}
