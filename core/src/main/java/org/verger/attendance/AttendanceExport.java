package org.verger.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.Parameters;

/** Who was at the gatherings of a list, as a file with a line for each visit. */
@Component
class AttendanceExport implements ExportedList {

  private final WhoWasThere whoWasThere;
  private final Access access;

  AttendanceExport(WhoWasThere whoWasThere, Access access) {
    this.whoWasThere = whoWasThere;
    this.access = access;
  }

  @Override
  public String name() {
    return "attendance";
  }

  @Override
  public Area area() {
    return Area.EVENTS;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Gathering ID", "Date", "Gathering", "Unit", "Person ID", "Given name", "Family name");
  }

  @Override
  @Transactional(readOnly = true)
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    whoWasThere.each(
        Parameters.read(filter, GatheringFilter::of),
        access.reachOf(reader, area()),
        row -> rows.add(cells(row)));
  }

  private static List<? extends @Nullable Object> cells(ResultSet row) throws SQLException {
    return Arrays.asList(
        row.getString("gathering_id"),
        row.getObject("held_on", LocalDate.class),
        row.getString("name"),
        row.getString("unit_name"),
        row.getString("person_id"),
        row.getString("given_name"),
        row.getString("family_name"));
  }
}
