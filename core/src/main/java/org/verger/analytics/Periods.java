package org.verger.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The periods whose figures depend on some days.
 *
 * @param looksBack whether the periods after these depend on them too
 * @param last the last day that counts in any of them
 */
record Periods(Set<Period> all, boolean looksBack, LocalDate last) {

  record Period(Grain grain, LocalDate start) {

    Period before() {
      return new Period(grain, grain.start(start.minusDays(1)));
    }

    Period after() {
      return new Period(grain, end());
    }

    LocalDate end() {
      return grain.next(start);
    }
  }

  /** A day of a period, or of the one before it; what the queries call {@code cal}. */
  record Entry(Period period, LocalDate day, boolean before) {}

  static Periods touchedBy(Collection<LocalDate> days, boolean looksBack, LocalDate last) {
    Set<Period> all = new LinkedHashSet<>();
    for (Grain grain : Grain.values()) {
      for (LocalDate day : days) {
        Period period = new Period(grain, grain.start(day));
        all.add(period);
        if (looksBack) {
          all.add(period.after());
        }
      }
    }
    return new Periods(all, looksBack, last);
  }

  List<Entry> calendar() {
    List<Entry> entries = new ArrayList<>();
    for (Period period : all) {
      days(period).forEach(day -> entries.add(new Entry(period, day, false)));
      if (looksBack) {
        days(period.before()).forEach(day -> entries.add(new Entry(period, day, true)));
      }
    }
    return entries;
  }

  private List<LocalDate> days(Period period) {
    return period.start().datesUntil(period.end()).filter(day -> !day.isAfter(last)).toList();
  }
}
