package org.verger.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;
import org.verger.organisation.Unit;

/** Writes what somebody is told of a week: the figures of each topmost unit that they reach. */
@Component
class WeeklyReport {

  private static final Set<Subject> FOR_ALL =
      Set.of(Subject.ATTENDANCE, Subject.FUNNEL, Subject.APPROVALS, Subject.MESSAGES);

  private final ReadFigures figures;
  private final WeeklyFigures weekly;
  private final UnfinishedDays unfinished;

  WeeklyReport(ReadFigures figures, WeeklyFigures weekly, UnfinishedDays unfinished) {
    this.figures = figures;
    this.weekly = weekly;
    this.unfinished = unfinished;
  }

  /**
   * The text, all of it from one moment.
   *
   * @param week its Monday
   */
  @Transactional(readOnly = true)
  public String write(PersonId reader, LocalDate week, ReportWords words) {
    Set<Subject> told = new LinkedHashSet<>(FOR_ALL);
    List<Unit> withMoney = figures.units(reader, Subject.GIVING);
    List<String> parts = new ArrayList<>();
    parts.add(words.text("week", words.day(week), words.day(week.plusDays(6))));
    for (Unit unit : topmost(figures.units(reader, Subject.ATTENDANCE))) {
      var asked = new WeeklyFigures.Asked(reader, unit.id(), week, words);
      List<String> lines = new ArrayList<>(List.of(unit.name()));
      lines.addAll(weekly.lines(asked));
      if (withMoney.contains(unit)) {
        told.add(Subject.GIVING);
        lines.addAll(weekly.giving(asked));
      }
      parts.add(String.join("\n  ", lines));
    }
    String missing = missing(week, told, words);
    if (!missing.isEmpty()) {
      parts.add(words.text("unfinished", missing));
    }
    return String.join("\n\n", parts);
  }

  // They come from the top down.
  private static List<Unit> topmost(List<Unit> units) {
    List<Unit> kept = new ArrayList<>();
    units.stream()
        .filter(unit -> kept.stream().noneMatch(above -> unit.path().startsWith(above.path())))
        .forEach(kept::add);
    return kept;
  }

  private String missing(LocalDate week, Set<Subject> subjects, ReportWords words) {
    return unfinished.between(week.minusWeeks(1), week.plusDays(6), subjects).entrySet().stream()
        .map(
            entry ->
                words.text("subject." + entry.getKey().code())
                    + " "
                    + ranges(entry.getValue(), words))
        .collect(Collectors.joining("; "));
  }

  private static String ranges(NavigableSet<LocalDate> days, ReportWords words) {
    StringJoiner ranges = new StringJoiner(", ");
    LocalDate first = days.getFirst();
    for (LocalDate day : days) {
      if (!days.contains(day.plusDays(1))) {
        ranges.add(words.days(first, day));
        LocalDate next = days.higher(day);
        first = next == null ? day : next;
      }
    }
    return ranges.toString();
  }
}
