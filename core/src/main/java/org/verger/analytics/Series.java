package org.verger.analytics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Unit;

/**
 * The figures of a unit with all below it, period by period.
 *
 * @param from the first day that was asked for
 * @param to the last one
 * @param through until when the nights have come; null before the first night
 * @param held what holds figures back now
 */
public record Series(
    Subject subject,
    Unit unit,
    Grain grain,
    LocalDate from,
    LocalDate to,
    List<Period> periods,
    @Nullable LocalDate through,
    List<Finding> held) {

  /** The value of {@link Line#split} for the undivided period. */
  public static final String ALL = "all";

  public Series {
    periods = List.copyOf(periods);
    held = List.copyOf(held);
  }

  /** Whether there is no figure at all. */
  public boolean isEmpty() {
    return periods.stream().allMatch(period -> period.lines().isEmpty());
  }

  /**
   * A period, also one in which nothing was.
   *
   * @param starts its first day
   * @param ends its last day
   */
  public record Period(LocalDate starts, LocalDate ends, List<Line> lines) {

    public Period {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Figures of a period or of a part of it.
   *
   * @param split what it is divided by, such as {@code fund}; {@link #ALL} when it is not
   * @param part which part, as it is stored; empty for records without one
   * @param name the part as people read it
   * @param currency of amounts, which are in its minor units; null where there are none
   * @param figures by name; null for one that cannot be told, as the median of nothing
   */
  public record Line(
      String split,
      String part,
      String name,
      @Nullable String currency,
      Map<String, @Nullable Long> figures) {

    public Line {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** A figure, 0 for one that is not there. */
    public long figure(String figure) {
      Long value = figures.get(figure);
      return value == null ? 0 : value;
    }
  }
}
