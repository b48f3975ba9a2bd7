package org.verger.analytics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The days whose figures do not say what the records say: they have changed since, a check holds
 * them back, or no night has come to them.
 */
@Component
class UnfinishedDays {

  private final Marks marks;
  private final Nights nights;

  UnfinishedDays(Marks marks, Nights nights) {
    this.marks = marks;
    this.nights = nights;
  }

  /** Those between two days, both included, by subject; a subject without any is left out. */
  Map<Subject, NavigableSet<LocalDate>> between(
      LocalDate from, LocalDate to, Collection<Subject> subjects) {
    Map<Subject, List<LocalDate>> marked = marks.waiting(new Scope(from, to));
    Map<Subject, NavigableSet<LocalDate>> found = new EnumMap<>(Subject.class);
    for (Subject subject : subjects) {
      NavigableSet<LocalDate> days = new TreeSet<>(marked.getOrDefault(subject, List.of()));
      withoutNight(subject, from, to).forEach(days::add);
      if (!days.isEmpty()) {
        found.put(subject, days);
      }
    }
    return found;
  }

  private Stream<LocalDate> withoutNight(Subject subject, LocalDate from, LocalDate to) {
    LocalDate through = nights.rolledUpThrough(subject).orElse(Scope.EVER);
    return from.datesUntil(to.plusDays(1)).filter(day -> day.isAfter(through));
  }
}
