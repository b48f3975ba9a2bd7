package org.verger.tenants;

import java.util.Map;
import java.util.Set;
import org.verger.tenants.Tenant.Status;

/**
 * Which status of a church an administrator may change to which. That a new church becomes active
 * is up to its migrations alone; what is archived stays so.
 */
final class StatusChanges {

  private static final Map<Status, Set<Status>> LEGAL =
      Map.of(
          Status.CREATING, Set.of(Status.ARCHIVED),
          Status.ACTIVE, Set.of(Status.SUSPENDED, Status.ARCHIVED),
          Status.SUSPENDED, Set.of(Status.ACTIVE, Status.ARCHIVED),
          Status.ARCHIVED, Set.of());

  private StatusChanges() {}

  static boolean isLegal(Status from, Status to) {
    return LEGAL.getOrDefault(from, Set.of()).contains(to);
  }
}
