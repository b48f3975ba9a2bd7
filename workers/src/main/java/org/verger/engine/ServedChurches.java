package org.verger.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;

/** Nothing is done for a church that is suspended or archived; its jobs wait. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class ServedChurches {

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final Tenants tenants;
  private final Clock clock;

  ServedChurches(Tenants tenants, Clock clock) {
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Lets the work go on for a church that is served, and for one that is not known fail.
   *
   * @throws PostponedException when the church is not served at present
   */
  TenantId require(TenantId church) {
    if (tenants.find(church).map(Tenant::status).filter(ServedChurches::rests).isPresent()) {
      throw new PostponedException(Instant.now(clock).plus(LOOK_AGAIN));
    }
    return church;
  }

  private static boolean rests(Tenant.Status status) {
    return status != Tenant.Status.ACTIVE;
  }
}
