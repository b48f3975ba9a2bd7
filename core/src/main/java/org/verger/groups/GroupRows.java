package org.verger.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Reads groups. */
final class GroupRows {

  static final String SELECT =
      """
      SELECT g.*, u.name AS unit_name, (SELECT count(*) FROM group_member m
        WHERE m.group_id = g.id AND m.until IS NULL) AS size
      FROM ministry_group g JOIN unit u ON u.id = g.unit_id
      """;

  private GroupRows() {}

  static GroupView read(ResultSet row, int number) throws SQLException {
    return new GroupView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("kind"),
        row.getObject("unit_id", UUID.class),
        row.getString("unit_name"),
        row.getString("description"),
        row.getObject("meeting_day", Integer.class),
        row.getObject("meeting_time", LocalTime.class),
        row.getString("place"),
        row.getBoolean("active"),
        row.getLong("size"),
        List.of(),
        row.getInt("version"));
  }
}
