package org.verger.batch.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.batch.Schedule;
import org.verger.batch.Schedules;
import org.verger.deployment.RunsInRole;
import org.verger.paging.Page;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;

/** The schedules of all churches, some churches at a time. */
@Component
@RunsInRole(RunsInRole.API)
class PlatformSchedules {

  private static final int CHURCHES = 20;

  private final Schedules schedules;
  private final Tenants tenants;

  PlatformSchedules(Schedules schedules, Tenants tenants) {
    this.schedules = schedules;
    this.tenants = tenants;
  }

  /** Those of a church. */
  record OfChurch(Tenant church, List<Schedule> schedules) {}

  /**
   * Those of churches that are served, by short name.
   *
   * @param church only that one; null for all
   * @param after begins after that church; null for the first
   */
  Page<OfChurch> of(@Nullable String church, @Nullable String after) {
    List<OfChurch> found =
        tenants.all().stream()
            .filter(one -> one.status() == Tenant.Status.ACTIVE)
            .filter(one -> church == null || one.id().value().equals(church))
            .filter(one -> after == null || one.id().value().compareTo(after) > 0)
            .limit(CHURCHES + 1)
            .map(this::ofChurch)
            .toList();
    return Page.of(found, CHURCHES, last -> last.church().id().value());
  }

  private OfChurch ofChurch(Tenant church) {
    return new OfChurch(church, CurrentTenant.call(church.id(), schedules::list));
  }
}
