package org.verger.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/** The registry of accounts. */
@Component
public class Accounts {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc, TransactionTemplate transaction, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** An account with what is needed to check its password. */
  record Stored(Account account, String passwordHash) {}

  /**
   * Creates an account; an address that the church has already keeps its account and its password.
   *
   * @param tenant null for an administrator of the platform
   */
  public void create(
      @Nullable TenantId tenant,
      @Nullable UUID personId,
      String email,
      String displayName,
      String password) {
    jdbc.sql(
            """
            INSERT INTO shared.user_account (id, tenant_id, person_id, email, display_name,
                                             password_hash, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, email) DO NOTHING
            """)
        .param(UUID.randomUUID())
        .param(tenant == null ? null : tenant.value())
        .param(personId)
        .param(normal(email))
        .param(displayName)
        .param(passwords.encode(password))
        .param(Timestamp.from(Instant.now(clock)))
        .update();
  }

  /** The account as it is now, with the roles it has now; empty when it is gone or disabled. */
  public Optional<Account> find(UUID id) {
    return stored("id = ?", id).stream().map(Stored::account).findFirst();
  }

  /** The accounts with that address: in one church, or in all when {@code tenant} is null. */
  List<Stored> withEmail(@Nullable TenantId tenant, String email) {
    return stored("email = ?", normal(email)).stream()
        .filter(found -> tenant == null || tenant.equals(found.account().tenant()))
        .toList();
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private List<Stored> stored(String condition, Object value) {
    return jdbc
        .sql(
            "SELECT id, tenant_id, person_id, email, display_name, password_hash"
                + " FROM shared.user_account WHERE disabled_at IS NULL AND "
                + condition)
        .param(value)
        .query(Accounts::read)
        .list()
        .stream()
        .map(this::withRoles)
        .toList();
  }

  private Stored withRoles(Stored found) {
    Account bare = found.account();
    Account account =
        new Account(
            bare.id(),
            bare.tenant(),
            bare.personId(),
            bare.email(),
            bare.displayName(),
            roles(bare));
    return new Stored(account, found.passwordHash());
  }

  private Set<String> roles(Account account) {
    TenantId tenant = account.tenant();
    UUID person = account.personId();
    if (tenant == null) {
      return Set.of(Account.PLATFORM_ADMIN);
    }
    return person == null
        ? Set.of()
        : CurrentTenant.call(tenant, () -> transaction.execute(status -> heldBy(person)));
  }

  private Set<String> heldBy(UUID person) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT h.role FROM role_holding h JOIN person p ON p.id = h.person_id
                WHERE h.person_id = ? AND h.until IS NULL AND p.active
                """)
            .param(person)
            .query(String.class)
            .list());
  }

  private static Stored read(ResultSet row, int number) throws SQLException {
    String tenant = row.getString("tenant_id");
    return new Stored(
        new Account(
            row.getObject("id", UUID.class),
            tenant == null ? null : new TenantId(tenant),
            row.getObject("person_id", UUID.class),
            row.getString("email"),
            row.getString("display_name"),
            Set.of()),
        row.getString("password_hash"));
  }
}
