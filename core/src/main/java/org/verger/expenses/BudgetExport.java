package org.verger.expenses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** This year's budget lines, as a file. */
@Component
class BudgetExport implements ExportedList {

  private final BudgetLines lines;
  private final Access access;

  BudgetExport(BudgetLines lines, Access access) {
    this.lines = lines;
    this.access = access;
  }

  @Override
  public String name() {
    return "budget-lines";
  }

  @Override
  public Area area() {
    return Area.MONEY;
  }

  @Override
  public List<String> columns() {
    return List.of("Line", "Code", "Unit", "Year", "Planned", "Left", "Currency");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    lines.each(
        access.reachOf(reader, Area.MONEY),
        FETCH_ROWS,
        (line, unit) ->
            rows.add(
                Arrays.asList(
                    line.name(),
                    line.code(),
                    unit,
                    line.year(),
                    line.amount().amount(),
                    line.left().amount(),
                    line.amount().currency().getCurrencyCode())));
  }
}
