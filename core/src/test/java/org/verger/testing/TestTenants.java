package org.verger.testing;

import java.time.ZoneId;
import java.util.List;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;

/** Churches for tests. */
public final class TestTenants {

  private TestTenants() {}

  /** A church with two languages in Chicago's zone, dollars and American numbers. */
  public static Tenant church(String id) {
    return new Tenant(
        new TenantId(id),
        "Church " + id,
        null,
        ZoneId.of("America/Chicago"),
        List.of("en", "es"),
        "US",
        "USD",
        Tenant.Status.CREATING);
  }
}
