package org.verger.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/** The registry of accounts. */
@Component
public class Accounts {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Accounts(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** An account, its roles not read yet, with what is needed to check its password. */
  record Stored(Account account, String passwordHash) {}

  /** The account as it is now, with the roles it has now; empty when it is gone or disabled. */
  public Optional<Account> find(UUID id) {
    return jdbc.sql(
            """
            SELECT id, tenant_id, person_id, email, display_name, password_hash
            FROM shared.user_account WHERE id = ? AND disabled_at IS NULL
            """)
        .param(id)
        .query(Accounts::read)
        .optional()
        .map(Stored::account)
        .map(this::withRoles);
  }

  /** The accounts with that address: in one church, or in all when {@code tenant} is null. */
  List<Stored> withEmail(@Nullable TenantId tenant, String email) {
    return jdbc.sql(
            """
            SELECT id, tenant_id, person_id, email, display_name, password_hash
            FROM shared.user_account
            WHERE email = :email AND (:tenant::text IS NULL OR tenant_id = :tenant)
              AND disabled_at IS NULL
            """)
        .param("email", normal(email))
        .param("tenant", tenant == null ? null : tenant.value())
        .query(Accounts::read)
        .list();
  }

  Account withRoles(Account account) {
    TenantId tenant = account.tenant();
    UUID person = account.personId();
    if (tenant == null) {
      return account.withRoles(Set.of(Account.PLATFORM_ADMIN));
    }
    return person == null
        ? account
        : account.withRoles(
            CurrentTenant.call(tenant, () -> transaction.execute(status -> heldBy(person))));
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  // Roles are data of the church, and no church makes an administrator of the platform.
  private Set<String> heldBy(UUID person) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT h.role FROM role_holding h JOIN person p ON p.id = h.person_id
                WHERE h.person_id = ? AND h.role <> ? AND h.until IS NULL AND p.active
                """)
            .params(person, Account.PLATFORM_ADMIN)
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
