package org.verger.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.tenants.TenantId;

/**
 * Somebody who can sign in.
 *
 * @param tenant the church; null for the platform's administrator
 * @param personId the person of that church whose roles the account has
 * @param roles what the person holds anywhere in the church, in kebab-case; {@code platform-admin}
 *     for the platform's administrator
 */
public record Account(
    UUID id,
    @Nullable TenantId tenant,
    @Nullable UUID personId,
    String email,
    String displayName,
    Set<String> roles) {

  /** The role of an account without a church. */
  public static final String PLATFORM_ADMIN = "platform-admin";

  public Account {
    roles = Set.copyOf(roles);
  }

  Account withRoles(Set<String> held) {
    return new Account(id, tenant, personId, email, displayName, held);
  }
}
