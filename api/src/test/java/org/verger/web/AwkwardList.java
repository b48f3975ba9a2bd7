package org.verger.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.exports.ExportedList;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** A list that breaks off after as many rows as {@code rows} says. */
class AwkwardList implements ExportedList {

  @Override
  public String name() {
    return "awkward";
  }

  @Override
  public @Nullable Area area() {
    return null;
  }

  @Override
  public List<String> columns() {
    return List.of("Number");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    int wanted = Integer.parseInt(filter.getOrDefault("rows", "0"));
    for (int number = 0; number < wanted; number++) {
      rows.add(List.of(number));
    }
    throw new IllegalStateException("broken on purpose");
  }
}
