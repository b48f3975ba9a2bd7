package org.verger.identity;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.verger.tenants.TenantId;
import org.verger.validation.InvalidInputException;

/** Gives somebody an account to sign in with. */
@Component
public class CreateAccount {

  private static final int SHORTEST = 10;
  // What bcrypt takes in; it would ignore the rest.
  private static final int LONGEST_IN_BYTES = 72;

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;

  CreateAccount(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Creates an account; an address that the church has already keeps its account and its password.
   *
   * @param tenant null for an administrator of the platform
   * @param personId the person of that church whose roles the account has; without one it has none
   * @return whether there was none before
   * @throws InvalidInputException when the password is too short or too long
   */
  public boolean create(
      @Nullable TenantId tenant,
      @Nullable UUID personId,
      String email,
      String displayName,
      String password) {
    refuseBad(password);
    return jdbc.sql(
                """
                INSERT INTO shared.user_account (id, tenant_id, person_id, email, display_name,
                                                 password_hash, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, email) DO NOTHING
                """)
            .param(UUID.randomUUID())
            .param(tenant == null ? null : tenant.value())
            .param(personId)
            .param(Accounts.normal(email))
            .param(displayName)
            .param(passwords.encode(password))
            .param(Timestamp.from(Instant.now(clock)))
            .update()
        > 0;
  }

  static void refuseBad(String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (password.length() < SHORTEST || bytes > LONGEST_IN_BYTES) {
      throw InvalidInputException.of(
          "password",
          "Choose a password of %d to %d characters".formatted(SHORTEST, LONGEST_IN_BYTES));
    }
  }
}
