package org.verger.tenants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.verger.database.DatabaseLogin;

/** The registry of churches. */
@Component
public class Tenants {

  private static final String COLUMNS =
      "id, name, denomination, time_zone, languages, region, currency, status";

  /** How soon this node sees what another one changed. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  private final JdbcClient jdbc;

  // A church's role may not read the registry, so within a transaction an entry is read beside it;
  // not through the pool, which those who ask may have emptied.
  private final JdbcClient beside;

  // Read on every request and job. A change on this node passes through forget().
  private final ConcurrentMap<TenantId, Known> known = new ConcurrentHashMap<>();

  Tenants(JdbcClient jdbc, DatabaseLogin login) {
    this.jdbc = jdbc;
    this.beside = JdbcClient.create(login.unpooled());
  }

  private record Known(Tenant tenant, long readAtNanos) {

    boolean isFresh() {
      return System.nanoTime() - readAtNanos < FRESH.toNanos();
    }
  }

  /** The church, whatever its status; what another node changed shows within {@link #FRESH}. */
  public Optional<Tenant> find(TenantId id) {
    Known cached = known.get(id);
    if (cached != null && cached.isFresh()) {
      return Optional.of(cached.tenant());
    }
    Optional<Tenant> found =
        reader()
            .sql("SELECT " + COLUMNS + " FROM shared.tenant WHERE id = ?")
            .param(id.value())
            .query(Tenants::read)
            .optional();
    found.ifPresent(tenant -> known.put(id, new Known(tenant, System.nanoTime())));
    return found;
  }

  /** The church of that name, whatever its status; empty also when nothing can be called so. */
  public Optional<Tenant> find(String name) {
    return TenantId.isValid(name) ? find(new TenantId(name)) : Optional.empty();
  }

  /**
   * The church, if it is being served.
   *
   * @throws UnknownTenantException when there is none, or when it is not active
   */
  public Tenant active(TenantId id) {
    return find(id)
        .filter(tenant -> tenant.status() == Tenant.Status.ACTIVE)
        .orElseThrow(() -> UnknownTenantException.forName(id.value()));
  }

  /** The church that the current work is for. */
  public Tenant current() {
    return active(CurrentTenant.require());
  }

  /** All churches, by short name. */
  public List<Tenant> all() {
    return jdbc.sql("SELECT " + COLUMNS + " FROM shared.tenant ORDER BY id")
        .query(Tenants::read)
        .list();
  }

  private JdbcClient reader() {
    return TransactionSynchronizationManager.isActualTransactionActive() ? beside : jdbc;
  }

  void forget(TenantId id) {
    known.remove(id);
  }

  private static Tenant read(ResultSet row, int number) throws SQLException {
    return new Tenant(
        new TenantId(row.getString("id")),
        row.getString("name"),
        row.getString("denomination"),
        ZoneId.of(row.getString("time_zone")),
        Arrays.asList((String[]) row.getArray("languages").getArray()),
        row.getString("region"),
        row.getString("currency"),
        Tenant.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
  }
}
