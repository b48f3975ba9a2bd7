package org.verger.tenants;

/** No church that is being served has this short name. */
public final class UnknownTenantException extends RuntimeException {

  private UnknownTenantException(String message) {
    super(message);
  }

  public static UnknownTenantException forName(String name) {
    return new UnknownTenantException("No church is called \"" + name + "\" here");
  }
}
