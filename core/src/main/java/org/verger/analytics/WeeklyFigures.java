package org.verger.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.verger.analytics.Series.Line;
import org.verger.analytics.Series.Period;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.tenants.Tenants;

/** What a report tells of a unit: a line for each figure, with that of the week before beside. */
@Component
class WeeklyFigures {

  private static final Line NOTHING = new Line(Series.ALL, "", "", null, Map.of());

  private final ReadFigures figures;
  private final Tenants tenants;

  WeeklyFigures(ReadFigures figures, Tenants tenants) {
    this.figures = figures;
    this.tenants = tenants;
  }

  /**
   * Where the figures are read from.
   *
   * @param week its Monday
   */
  record Asked(PersonId reader, UnitId unit, LocalDate week, ReportWords words) {}

  /** What everybody with a right to reports is told. */
  List<String> lines(Asked asked) {
    ReportWords words = asked.words();
    Series attendance = series(asked, Subject.ATTENDANCE);
    Series guests = series(asked, Subject.FUNNEL);
    return List.of(
        line(asked, attendance, "headcount", period -> count(words, period, "headcount")),
        line(asked, attendance, "present", period -> count(words, period, "present")),
        line(asked, guests, "guests", period -> count(words, period, "guests")),
        line(asked, guests, "within24h", period -> shareOfGuests(words, period, "within_24h")),
        line(asked, guests, "within48h", period -> shareOfGuests(words, period, "within_48h")),
        line(
            asked,
            series(asked, Subject.APPROVALS),
            "waiting",
            period -> count(words, period, WaitingRequests.WAITING)),
        line(
            asked,
            series(asked, Subject.MESSAGES),
            "failed",
            period -> words.count(part(period, "status", "failed").figure("messages"))));
  }

  /** What those are told who have a say over money at the unit, a line for each currency. */
  List<String> giving(Asked asked) {
    Series giving = series(asked, Subject.GIVING);
    SortedSet<String> currencies = new TreeSet<>(List.of(tenants.current().currency()));
    giving.periods().stream()
        .flatMap(period -> period.lines().stream())
        .flatMap(line -> Stream.ofNullable(line.currency()))
        .forEach(currencies::add);
    List<String> lines = new ArrayList<>();
    for (String currency : currencies) {
      lines.add(
          line(
              asked,
              giving,
              "giving",
              period -> asked.words().money(whole(period, currency).figure("amount"), currency)));
    }
    return lines;
  }

  private Series series(Asked asked, Subject subject) {
    return figures.read(
        asked.reader(),
        subject,
        asked.unit(),
        asked.week().minusWeeks(1),
        asked.week().plusDays(6),
        Grain.WEEK);
  }

  private static String line(
      Asked asked, Series series, String name, Function<Period, String> told) {
    ReportWords words = asked.words();
    return words.text(
        "line",
        words.text(name),
        told(series, asked.week(), told),
        told(series, asked.week().minusWeeks(1), told));
  }

  private static String told(Series series, LocalDate start, Function<Period, String> told) {
    return series.through() == null
        ? ReportWords.UNKNOWN
        : series.periods().stream()
            .filter(period -> period.starts().equals(start))
            .findFirst()
            .map(told)
            .orElse(ReportWords.UNKNOWN);
  }

  private static String count(ReportWords words, Period period, String figure) {
    return words.count(part(period, Series.ALL, "").figure(figure));
  }

  private static String shareOfGuests(ReportWords words, Period period, String figure) {
    Line guests = part(period, Series.ALL, "");
    return words.share(guests.figure(figure), guests.figure("guests"));
  }

  private static Line part(Period period, String split, String part) {
    return period.lines().stream()
        .filter(line -> line.split().equals(split) && line.part().equals(part))
        .findFirst()
        .orElse(NOTHING);
  }

  private static Line whole(Period period, String currency) {
    return period.lines().stream()
        .filter(line -> line.split().equals(Series.ALL) && currency.equals(line.currency()))
        .findFirst()
        .orElse(NOTHING);
  }
}
