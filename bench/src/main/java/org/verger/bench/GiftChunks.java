package org.verger.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.tenants.TenantId;

/** Gifts by a plain chunk job. */
final class GiftChunks extends ChunkJob<GiftChunks.Gift> {

  private Map<String, UUID> people = Map.of();
  private Map<String, UUID> funds = Map.of();
  private UUID unit = new UUID(0, 0);

  GiftChunks(ApplicationContext core, TenantId church) {
    super(core, church);
  }

  record Gift(
      UUID person,
      UUID fund,
      UUID unit,
      long amount,
      LocalDate day,
      String method,
      String number) {}

  @Override
  void lookUp(JdbcClient jdbc) {
    people = ids(jdbc, "SELECT external_id, id FROM person WHERE external_id IS NOT NULL");
    for (String fund : new String[] {"missions", "building", "youth"}) {
      jdbc.sql(
              """
              INSERT INTO fund (id, code, name, created_at) VALUES (gen_random_uuid(), ?, ?, now())
              ON CONFLICT DO NOTHING
              """)
          .params(fund, fund)
          .update();
    }
    funds = ids(jdbc, "SELECT code, id FROM fund");
    unit = jdbc.sql("SELECT id FROM unit WHERE parent_id IS NULL").query(UUID.class).single();
  }

  @Override
  String[] columns() {
    return new String[] {"day", "person", "fund", "amount", "method", "reference"};
  }

  @Override
  Gift item(String[] cells) {
    String[] day = cells[0].split("/", -1);
    String method = cells[4].toLowerCase(Locale.ROOT);
    return new Gift(
        Objects.requireNonNull(people.get(cells[1])),
        Objects.requireNonNull(funds.get(cells[2].toLowerCase(Locale.ROOT))),
        unit,
        Long.parseLong(cells[3].substring(1).replace(".", "")),
        LocalDate.of(Integer.parseInt(day[2]), Integer.parseInt(day[0]), Integer.parseInt(day[1])),
        method.equals("check") ? "cheque" : method,
        cells[5]);
  }

  @Override
  String insert() {
    return """
    INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, reference,
      created_at)
    VALUES (?, ?, ?, ?, 'USD', ?, ?, ?, now())
    """;
  }

  @Override
  void set(Gift gift, PreparedStatement statement) throws SQLException {
    statement.setObject(1, gift.person());
    statement.setObject(2, gift.fund());
    statement.setObject(3, gift.unit());
    statement.setLong(4, gift.amount());
    statement.setObject(5, gift.day());
    statement.setString(6, gift.method());
    statement.setString(7, gift.number());
  }
}
