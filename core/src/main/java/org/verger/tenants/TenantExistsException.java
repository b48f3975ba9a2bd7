package org.verger.tenants;

/** The short name that was asked for belongs to another church already. */
public final class TenantExistsException extends RuntimeException {

  private final TenantId id;

  TenantExistsException(TenantId id) {
    super("The short name \"" + id + "\" is taken; choose another one");
    this.id = id;
  }

  /** The name that is taken. */
  public TenantId id() {
    return id;
  }
}
