package org.verger.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.tenants.TenantId;

/** Members by a plain chunk job; a family is made when the first of its members comes. */
final class MemberChunks extends ChunkJob<MemberChunks.Member> {

  private final JdbcClient jdbc;
  private final Map<String, UUID> families = new HashMap<>();
  private UUID unit = new UUID(0, 0);

  MemberChunks(ApplicationContext core, TenantId church) {
    super(core, church);
    this.jdbc = core.getBean(JdbcClient.class);
  }

  record Member(String[] cells, LocalDate born, UUID family, UUID unit) {}

  @Override
  void lookUp(JdbcClient open) {
    unit = open.sql("SELECT id FROM unit WHERE parent_id IS NULL").query(UUID.class).single();
  }

  @Override
  String[] columns() {
    return new String[] {
      "id",
      "given",
      "family",
      "email",
      "phone",
      "born",
      "household",
      "name",
      "street",
      "city",
      "zip"
    };
  }

  @Override
  Member item(String[] cells) {
    String[] day = cells[5].split("/", -1);
    return new Member(
        cells,
        LocalDate.of(Integer.parseInt(day[2]), Integer.parseInt(day[0]), Integer.parseInt(day[1])),
        Objects.requireNonNull(families.computeIfAbsent(cells[6], key -> family(cells))),
        unit);
  }

  private UUID family(String[] cells) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO household (id, name, street, city, postal_code, external_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, now())
            """)
        .params(id, cells[7], cells[8], cells[9], cells[10], cells[6])
        .update();
    return id;
  }

  @Override
  String insert() {
    return """
    INSERT INTO person (id, given_name, family_name, email, phone, language, birth_date, household_id, unit_id,
      external_id, created_at)
    VALUES (gen_random_uuid(), ?, ?, ?, ?, 'en', ?, ?, ?, ?, now())
    """;
  }

  @Override
  void set(Member member, PreparedStatement statement) throws SQLException {
    String[] cells = member.cells();
    statement.setString(1, cells[1]);
    statement.setString(2, cells[2]);
    statement.setString(3, cells[3]);
    statement.setString(4, "+1" + cells[4].replaceAll("\\D", ""));
    statement.setObject(5, member.born());
    statement.setObject(6, member.family());
    statement.setObject(7, member.unit());
    statement.setString(8, cells[0]);
  }
}
