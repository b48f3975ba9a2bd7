package org.verger.imports.values;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.verger.imports.values.DateReader.Order;

/** Collects what the cells of one column show of the order of their day and month. */
public final class DateOrders {

  private int dayFirst;
  private int monthFirst;
  private @Nullable String either;

  /** Looks at a cell. */
  public void add(String cell) {
    DateText date = DateText.of(DateReader.dateOf(RawText.clean(cell)));
    if (date == null || !date.ordered()) {
      return;
    }
    if (date.first() > 12 && date.second() <= 12) {
      dayFirst++;
    } else if (date.second() > 12 && date.first() <= 12) {
      monthFirst++;
    } else if (either == null && date.first() != date.second()) {
      either = cell;
    }
  }

  /**
   * Makes a reader for the column.
   *
   * @param region ISO 3166 alpha-2 of the church, decides when no cell does
   * @param today for two-digit years, and for what is too far away
   * @param zone of the church, for times that say how far they are from UTC
   */
  public DateReader reader(String region, LocalDate today, ZoneId zone) {
    boolean certain = dayFirst != monthFirst;
    boolean first = certain ? dayFirst > monthFirst : !Regions.monthFirst(region);
    Order order = first ? Order.DAY_FIRST : Order.MONTH_FIRST;
    return new DateReader(order, certain, warning(order), today, zone);
  }

  private @Nullable String warning(Order order) {
    if (dayFirst > 0 && monthFirst > 0) {
      return "Some dates of this column have the day first (%,d), others the month (%,d). They are read as %s, and the others are rejected"
          .formatted(dayFirst, monthFirst, order.written());
    }
    return either == null || dayFirst + monthFirst > 0
        ? null
        : "No date of this column shows whether the day or the month comes first. Dates such as %s are read as %s: if that is wrong, write them as 2026-01-31 and send the file again"
            .formatted(either, order.written());
  }
}
