package org.verger.analytics.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.analytics.Finding;
import org.verger.analytics.Series;
import org.verger.analytics.Subject;
import org.verger.deployment.RunsInRole;
import org.verger.web.Problems;

/** Figures by unit and period, for those whose right to reports reaches the unit. */
@RestController
@RequestMapping("/api/v1/analytics")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class AnalyticsApi {

  private final Reports reports;

  AnalyticsApi(Reports reports) {
    this.reports = reports;
  }

  /**
   * Figures.
   *
   * @param series one entry for each period, also for one in which nothing was
   * @param rolledUpThrough the last day that a night has come to; null before the first night
   * @param held what holds new figures back
   */
  record Figures(
      String subject,
      UUID unit,
      String grain,
      LocalDate from,
      LocalDate to,
      List<Period> series,
      @Nullable LocalDate rolledUpThrough,
      List<Held> held) {

    static Figures of(Series series) {
      return new Figures(
          series.subject().code(),
          series.unit().id().value(),
          series.grain().code(),
          series.from(),
          series.to(),
          series.periods().stream().map(Period::of).toList(),
          series.through(),
          series.held().stream().map(Held::of).toList());
    }
  }

  /** A period, from its first day to its last one. */
  record Period(LocalDate from, LocalDate to, List<Line> figures) {

    static Period of(Series.Period period) {
      return new Period(
          period.starts(), period.ends(), period.lines().stream().map(Line::of).toList());
    }
  }

  /**
   * Figures of the whole period, or of a part of it.
   *
   * @param by what it is divided by; {@code all} for the whole
   * @param part which part; empty for the whole, and for records without one
   * @param currency of amounts, which are in its minor units
   * @param values by name; times in seconds
   */
  record Line(
      String by,
      String part,
      String name,
      @Nullable String currency,
      Map<String, @Nullable Long> values) {

    static Line of(Series.Line line) {
      return new Line(line.split(), line.part(), line.name(), line.currency(), line.figures());
    }
  }

  /** What a check found that holds the figures back. */
  record Held(String check, String what, long records, LocalDate through) {

    static Held of(Finding finding) {
      return new Held(finding.name(), finding.what(), finding.found(), finding.scope().through());
    }
  }

  @GetMapping("/{subject}")
  Figures figures(
      @PathVariable String subject,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String grain) {
    return Figures.of(reports.read(known(subject), new AskedRange(unit, from, to, grain)));
  }

  private static Subject known(String code) {
    return Arrays.stream(Subject.values())
        .filter(subject -> subject.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.refusal(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "There are figures of "
                        + String.join(
                            ", ", Arrays.stream(Subject.values()).map(Subject::code).toList())));
  }
}
