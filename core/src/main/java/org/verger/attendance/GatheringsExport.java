package org.verger.attendance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.Parameters;

/** Gatherings with their headcounts as a file. */
@Component
class GatheringsExport implements ExportedList {

  private final Gatherings gatherings;
  private final Access access;

  GatheringsExport(Gatherings gatherings, Access access) {
    this.gatherings = gatherings;
    this.access = access;
  }

  @Override
  public String name() {
    return "gatherings";
  }

  @Override
  public Area area() {
    return Area.EVENTS;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Gathering ID",
        "Date",
        "Time",
        "Gathering",
        "Unit",
        "Group",
        "Event",
        "Headcount",
        "Present",
        "Note");
  }

  @Override
  @Transactional(readOnly = true)
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    gatherings.each(
        Parameters.read(filter, GatheringFilter::of),
        access.reachOf(reader, area()),
        one ->
            rows.add(
                Arrays.asList(
                    one.id().toString(),
                    one.heldOn(),
                    one.startsAt() == null ? null : one.startsAt().toString(),
                    one.name(),
                    one.unitName(),
                    one.groupName(),
                    one.eventTitle(),
                    one.headcount(),
                    one.present(),
                    one.note())));
  }
}
