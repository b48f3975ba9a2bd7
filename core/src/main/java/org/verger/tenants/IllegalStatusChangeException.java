package org.verger.tenants;

import java.util.Locale;

/** The church's status allows no such change. */
public final class IllegalStatusChangeException extends RuntimeException {

  IllegalStatusChangeException(TenantId id, Tenant.Status from, Tenant.Status to) {
    super("Church \"%s\" is %s and cannot become %s".formatted(id, plain(from), plain(to)));
  }

  private static String plain(Tenant.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
