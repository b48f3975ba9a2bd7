package org.verger.tenants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.database.DatabaseLogin;

/** The registry of churches. */
@Component
public class Tenants {

  private static final String COLUMNS =
      "id, name, denomination, time_zone, languages, region, currency, status";

  private final JdbcClient jdbc;

  // A church's role may not read the registry, so an entry is read beside the transaction that is
  // open, and not through the pool, which those who ask may have emptied.
  private final JdbcClient registry;

  // Read on every request and job; a change passes through forget().
  private final ConcurrentMap<TenantId, Tenant> known = new ConcurrentHashMap<>();

  Tenants(JdbcClient jdbc, DatabaseLogin login) {
    this.jdbc = jdbc;
    this.registry = JdbcClient.create(login.unpooled());
  }

  /** The church, whatever its status. */
  public Optional<Tenant> find(TenantId id) {
    Tenant cached = known.get(id);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Tenant> found =
        registry
            .sql("SELECT " + COLUMNS + " FROM shared.tenant WHERE id = ?")
            .param(id.value())
            .query(Tenants::read)
            .optional();
    found.ifPresent(tenant -> known.put(id, tenant));
    return found;
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
