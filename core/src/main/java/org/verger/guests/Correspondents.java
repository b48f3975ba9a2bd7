package org.verger.guests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.messages.Channel;
import org.verger.messages.TemplateVariable;
import org.verger.organisation.UnitId;
import org.verger.tenants.Tenants;

/** What a message to a guest needs to know of the guest, in one query. */
@Component
class Correspondents {

  private final JdbcClient jdbc;
  private final Tenants tenants;

  Correspondents(JdbcClient jdbc, Tenants tenants) {
    this.jdbc = jdbc;
    this.tenants = tenants;
  }

  /** A guest as a message sees one. */
  record Correspondent(
      Stage stage,
      @Nullable UnitId unit,
      String language,
      @Nullable String phone,
      @Nullable String email,
      Map<TemplateVariable, String> variables) {

    @Nullable String address(Channel channel) {
      return switch (channel) {
        case SMS -> phone;
        case EMAIL -> email;
      };
    }
  }

  @Transactional(readOnly = true)
  public Correspondent require(GuestId id) {
    String church = tenants.current().name();
    return jdbc.sql(
            """
            SELECT g.stage, g.unit_id, g.language, g.phone, g.email, g.first_name,
              coalesce(u.name, :church) AS unit_name,
              coalesce((SELECT concat_ws(' ', p.given_name, nullif(p.family_name, ''))
                        FROM guest_activity a JOIN person p ON p.id = a.person_id
                        WHERE a.guest_id = g.id AND a.kind = 'call'
                        ORDER BY a.id DESC LIMIT 1), :church) AS caller_name
            FROM guest g LEFT JOIN unit u ON u.id = g.unit_id WHERE g.id = :id
            """)
        .param("church", church)
        .param("id", id.value())
        .query((row, number) -> read(row, church))
        .optional()
        .orElseThrow(() -> new UnknownGuestException(id));
  }

  private static Correspondent read(ResultSet row, String church) throws SQLException {
    @Nullable UUID unit = row.getObject("unit_id", UUID.class);
    return new Correspondent(
        Stage.of(row.getString("stage")),
        unit == null ? null : new UnitId(unit),
        row.getString("language"),
        row.getString("phone"),
        row.getString("email"),
        Map.of(
            TemplateVariable.FIRST_NAME, row.getString("first_name"),
            TemplateVariable.CHURCH_NAME, church,
            TemplateVariable.UNIT_NAME, row.getString("unit_name"),
            TemplateVariable.CALLER_NAME, row.getString("caller_name")));
  }
}
