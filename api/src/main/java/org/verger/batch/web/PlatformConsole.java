package org.verger.batch.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.verger.batch.BatchRun;
import org.verger.batch.ChurchJob;
import org.verger.deployment.RunsInRole;
import org.verger.pages.NavigationEntry;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;
import org.verger.web.SignedIn;

/** Makes runs of all churches ready to be shown to the platform's operator. */
@Component
@RunsInRole(RunsInRole.API)
class PlatformConsole {

  private final BatchCards cards;
  private final Tenants tenants;

  PlatformConsole(BatchCards cards, Tenants tenants) {
    this.cards = cards;
    this.tenants = tenants;
  }

  /** Who is named in the audit log. */
  static String actor(SignedIn by) {
    return by.getPrincipal().email();
  }

  /**
   * A run and whose it is.
   *
   * @param church by its name
   */
  record PlatformCard(RunCard card, String church) {}

  PlatformCard of(BatchRun run) {
    return new PlatformCard(cards.of(run), name(run.tenant()));
  }

  List<PlatformCard> of(Collection<BatchRun> runs) {
    return runs.stream().map(this::of).toList();
  }

  /** The name of a church, by which people know it. */
  String name(TenantId church) {
    return tenants.find(church).map(Tenant::name).orElse(church.value());
  }

  /** The churches that there are: short names with names. */
  Map<String, String> churches() {
    Map<String, String> names = new TreeMap<>();
    tenants.all().forEach(tenant -> names.put(tenant.id().value(), tenant.name()));
    return names;
  }

  List<ChurchJob> jobs() {
    return cards.jobs();
  }

  @Bean
  static NavigationEntry platformBatchEntry() {
    return NavigationEntry.forPlatform("Batch", "/platform/batch", "calendar-clock", 900);
  }
}
