package org.verger.groups;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** The groups, as a file. */
@Component
class GroupsExport implements ExportedList {

  private final JdbcClient jdbc;
  private final Access access;

  GroupsExport(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Group",
        "Kind",
        "Unit",
        "Description",
        "Meeting day",
        "Meeting time",
        "Place",
        "Active",
        "Members",
        "External id");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    jdbc.sql(GroupRows.SELECT + "WHERE " + GroupFilter.WANTED + "ORDER BY lower(g.name), g.id")
        .withFetchSize(FETCH_ROWS)
        .params(GroupFilter.of(filter).params(access.reachOf(reader, Area.PEOPLE)))
        .query(
            row -> {
              GroupView group = GroupRows.read(row, 0);
              rows.add(
                  Arrays.asList(
                      group.name(),
                      group.kind(),
                      group.unit(),
                      group.description(),
                      day(group.meetingDay()),
                      group.meetingTime() == null ? null : group.meetingTime().toString(),
                      group.place(),
                      group.active(),
                      group.size(),
                      row.getString("external_id")));
            });
  }

  private static @Nullable String day(@Nullable Integer number) {
    return number == null
        ? null
        : DayOfWeek.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
