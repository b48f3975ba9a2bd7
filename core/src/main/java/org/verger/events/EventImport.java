package org.verger.events;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext;
import org.verger.imports.MergedTable;
import org.verger.imports.RecordImport;
import org.verger.imports.RowJudge;
import org.verger.organisation.Area;
import org.verger.organisation.Units;

/** Imports events of another calendar; they are published there, so they are here. */
@Component
class EventImport implements RecordImport {

  private static final MergedTable EVENTS =
      MergedTable.withId(
          "event",
          "import_event",
          Map.of("published_at", ":now"),
          "unit_id",
          "title",
          "description",
          "place",
          "starts_at",
          "ends_at",
          "external_id");

  private final JdbcClient jdbc;
  private final Units units;

  EventImport(JdbcClient jdbc, Units units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  @Override
  public String kind() {
    return "events";
  }

  @Override
  public Area area() {
    return Area.EVENTS;
  }

  @Override
  public MergedTable rows() {
    return EVENTS;
  }

  @Override
  public RowJudge judge(ImportContext context) {
    return new EventJudge(context, KnownEvents.load(jdbc), units.root().orElse(null));
  }
}
