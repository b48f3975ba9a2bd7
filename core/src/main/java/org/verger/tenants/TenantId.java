package org.verger.tenants;

import java.util.regex.Pattern;

/**
 * The short name of a church: its subdomain, and the stem of its schema and its database role.
 *
 * @param value 2 to 40 characters: a small letter, then small letters, digits and hyphens
 */
public record TenantId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  public TenantId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "A church's short name has 2 to 40 small letters, digits or hyphens and starts with a"
              + " letter");
    }
  }

  /** Whether a church can be called so. */
  public static boolean isValid(String name) {
    return SHAPE.matcher(name).matches();
  }

  /** The schema that holds this church's records. */
  public String schema() {
    return "tenant_" + value.replace('-', '_');
  }

  /** The database role that has rights on {@link #schema()} and on no other church's. */
  public String role() {
    return schema();
  }

  @Override
  public String toString() {
    return value;
  }
}
