package org.verger.analytics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.analytics.Series.Line;
import org.verger.analytics.Series.Period;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.validation.InvalidInputException;

/** Shows figures to those whose rights reach the unit. */
@Component
public class ReadFigures {

  private static final int MOST_PERIODS = 1100;

  private final FigureRows rows;
  private final Nights nights;
  private final Findings findings;
  private final MessagePrices prices;
  private final Reached reached;

  ReadFigures(
      FigureRows rows, Nights nights, Findings findings, MessagePrices prices, Reached reached) {
    this.rows = rows;
    this.nights = nights;
    this.findings = findings;
    this.prices = prices;
    this.reached = reached;
  }

  /** Where somebody may read figures. */
  @Component
  record Reached(Access access, Units units) {

    // Subjects that need the same rights are asked for once.
    List<Subject> subjects(PersonId reader) {
      Map<List<Area>, Boolean> known = new HashMap<>();
      return Arrays.stream(Subject.values())
          .filter(
              subject ->
                  known.computeIfAbsent(
                      subject.areas(), areas -> units.topmost(reaches(reader, areas)).isPresent()))
          .toList();
    }

    List<Unit> by(PersonId reader, Subject subject) {
      List<Reach> reaches = reaches(reader, subject.areas());
      return units.all().stream()
          .filter(unit -> reaches.stream().allMatch(reach -> reach.covers(unit)))
          .toList();
    }

    Unit one(PersonId reader, Subject subject, @Nullable UnitId wanted) {
      if (wanted != null) {
        subject.areas().forEach(area -> access.require(reader, area, wanted));
        return units.require(wanted);
      }
      return units
          .topmost(reaches(reader, subject.areas()))
          .orElseThrow(
              () ->
                  new NotAllowedException(
                      "Your roles give you no right to these figures anywhere"));
    }

    private List<Reach> reaches(PersonId reader, List<Area> areas) {
      return areas.stream().map(area -> access.reachOf(reader, area)).toList();
    }
  }

  /** What somebody may read figures about, of some unit. */
  @Transactional(readOnly = true)
  public List<Subject> subjects(PersonId reader) {
    return reached.subjects(reader);
  }

  /** The units whose figures somebody may read, from the top down. */
  @Transactional(readOnly = true)
  public List<Unit> units(PersonId reader, Subject subject) {
    return reached.by(reader, subject);
  }

  /**
   * The figures of the periods that have a day in a range. Those that no night has come to are left
   * out.
   *
   * @param unit null for the topmost one that the reader reaches
   * @throws NotAllowedException when the reader's rights do not reach the unit
   * @throws InvalidInputException when the range is empty or has more than 1,100 periods
   */
  @Transactional(readOnly = true)
  public Series read(
      PersonId reader,
      Subject subject,
      @Nullable UnitId unit,
      LocalDate from,
      LocalDate to,
      Grain grain) {
    Unit place = reached.one(reader, subject, unit);
    LocalDate through = nights.rolledUpThrough(subject).orElse(null);
    List<LocalDate> starts = starts(from, to, grain);
    Map<LocalDate, List<Line>> lines =
        rows.lines(subject, place.id(), grain, starts.getFirst(), starts.getLast());
    List<Period> periods =
        starts.stream()
            .filter(start -> through == null || !start.isAfter(through))
            .map(start -> period(start, grain, lines.getOrDefault(start, List.of())))
            .toList();
    return new Series(
        subject,
        place,
        grain,
        from,
        to,
        completed(subject, place, starts.getFirst(), periods),
        through,
        findings.holding(subject));
  }

  private static Period period(LocalDate start, Grain grain, List<Line> lines) {
    return new Period(start, grain.next(start).minusDays(1), lines);
  }

  private List<Period> completed(
      Subject subject, Unit unit, LocalDate first, List<Period> periods) {
    return switch (subject) {
      case APPROVALS -> new WaitingRequests(rows.waitingBefore(unit.id(), first)).added(periods);
      case MESSAGES -> prices.applied(periods);
      case ATTENDANCE, GIVING, FUNNEL, RETENTION -> periods;
    };
  }

  private static List<LocalDate> starts(LocalDate from, LocalDate to, Grain grain) {
    if (from.isAfter(to)) {
      throw InvalidInputException.of("to", "Give a last day that is not before the first one");
    }
    List<LocalDate> starts =
        Stream.iterate(grain.start(from), start -> !start.isAfter(to), grain::next)
            .limit(MOST_PERIODS + 1L)
            .toList();
    if (starts.size() > MOST_PERIODS) {
      throw InvalidInputException.of(
          "grain", "Choose longer periods or a shorter range: it has more than " + MOST_PERIODS);
    }
    return starts;
  }
}
