package org.verger.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verger.imports.file.Row;
import org.verger.organisation.Unit;

/** The unit that each row of a file belongs to. */
public final class UnitField {

  private final ImportContext context;
  private final FileField field;

  public UnitField(ImportContext context) {
    this.context = context;
    this.field = context.field("unit");
  }

  /** Whether the row names one. */
  public boolean isNamed(Row row) {
    return !field.of(row).isEmpty();
  }

  /**
   * The unit that the row names.
   *
   * @param fallback where a row belongs that names none
   * @param problems takes the reason when there is none, or none within reach
   */
  public @Nullable Unit of(Row row, @Nullable Unit fallback, List<String> problems) {
    String name = field.of(row);
    Unit at = name.isEmpty() ? fallback : context.units().named(name);
    if (at == null) {
      problems.add(
          name.isEmpty()
              ? "Say which unit the row belongs to"
              : "There is no unit called %s, or more than one: use the name it has here"
                  .formatted(name));
    } else if (!context.reach().covers(at)) {
      problems.add("Your rights do not reach %s".formatted(at.name()));
    }
    return at;
  }
}
