package org.verger.analytics.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.verger.analytics.Grain;
import org.verger.analytics.Series;
import org.verger.analytics.Series.Line;
import org.verger.analytics.Series.Period;
import org.verger.analytics.web.Panel.Cell;
import org.verger.analytics.web.Panel.Row;
import org.verger.deployment.RunsInRole;
import tools.jackson.databind.json.JsonMapper;

/** Makes panels of series. */
@Component
@RunsInRole(RunsInRole.API)
class PanelMaker {

  private static final Line NO_LINE = new Line(Series.ALL, "", "", null, Map.of());

  private final MessageSource texts;
  private final JsonMapper json;

  PanelMaker(MessageSource texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** The undivided periods, a row each. */
  Panel periods(Series series, String id, String title, String kind, List<Measure> measures) {
    List<Row> rows =
        series.periods().stream()
            .map(
                period ->
                    row(
                        label(series.grain(), period),
                        measures,
                        lines(period, Series.ALL).findFirst().orElse(NO_LINE)))
            .toList();
    return panel(
        id,
        title,
        kind,
        heading(series.grain()),
        measures.stream().map(Measure::name).toList(),
        rows);
  }

  /** The periods divided into parts, a column each. */
  Panel parts(Series series, String split, String title, Measure measure) {
    Map<String, String> parts = new LinkedHashMap<>();
    series.periods().stream()
        .flatMap(period -> lines(period, split))
        .forEach(line -> parts.putIfAbsent(line.part(), name(split, line)));
    List<Row> rows =
        series.periods().stream()
            .map(
                period ->
                    new Row(
                        label(series.grain(), period),
                        parts.keySet().stream()
                            .map(part -> cell(period, split, part, measure))
                            .toList()))
            .toList();
    String id = split + "-" + title.replaceAll("\\W+", "-");
    return panel(id, title, "stack", heading(series.grain()), List.copyOf(parts.values()), rows);
  }

  /** The sums of all periods, a row for each measure. */
  Panel steps(Series series, String id, String title, List<Measure> measures) {
    Map<String, Long> sums = new LinkedHashMap<>();
    series.periods().stream()
        .flatMap(period -> lines(period, Series.ALL))
        .flatMap(line -> line.figures().keySet().stream().map(name -> Map.entry(name, line)))
        .forEach(
            entry ->
                sums.merge(entry.getKey(), entry.getValue().figure(entry.getKey()), Long::sum));
    Line all = new Line(Series.ALL, "", "", null, new LinkedHashMap<>(sums));
    List<Row> rows =
        measures.stream()
            .map(measure -> new Row(measure.name(), List.of(measure.cell().apply(all))))
            .toList();
    return panel(id, title, "funnel", "Stage", List.of("Guests"), rows);
  }

  /** The currencies that there are. */
  List<String> currencies(Series series) {
    return series.periods().stream()
        .flatMap(period -> period.lines().stream())
        .flatMap(line -> Stream.ofNullable(line.currency()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The lines of one currency. */
  Series in(Series series, String currency) {
    List<Period> periods =
        series.periods().stream()
            .map(
                period ->
                    new Period(
                        period.starts(),
                        period.ends(),
                        period.lines().stream()
                            .filter(line -> currency.equals(line.currency()))
                            .toList()))
            .toList();
    return new Series(
        series.subject(),
        series.unit(),
        series.grain(),
        series.from(),
        series.to(),
        periods,
        series.through(),
        series.held());
  }

  /** A day as the church writes it. */
  static String written(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(LocaleContextHolder.getLocale())
        .format(day);
  }

  private static Stream<Line> lines(Period period, String split) {
    return period.lines().stream().filter(line -> line.split().equals(split));
  }

  private static Cell cell(Period period, String split, String part, Measure measure) {
    return lines(period, split)
        .filter(line -> line.part().equals(part))
        .findFirst()
        .map(measure.cell())
        .orElseGet(() -> new Cell("0", 0.0));
  }

  private static Row row(String label, List<Measure> measures, Line line) {
    return new Row(label, measures.stream().map(measure -> measure.cell().apply(line)).toList());
  }

  private String name(String split, Line line) {
    String known = line.part().isEmpty() ? "none" : line.name();
    return Objects.requireNonNullElse(
        texts.getMessage(
            "analytics." + split + "." + known, null, known, LocaleContextHolder.getLocale()),
        known);
  }

  private static String heading(Grain grain) {
    return switch (grain) {
      case DAY -> "Day";
      case WEEK -> "Week from";
      case MONTH -> "Month";
    };
  }

  private static String label(Grain grain, Period period) {
    return grain == Grain.MONTH
        ? new DateTimeFormatterBuilder()
            .appendLocalized("yMMM")
            .toFormatter(LocaleContextHolder.getLocale())
            .format(period.starts())
        : written(period.starts());
  }

  private Panel panel(
      String id, String title, String kind, String heading, List<String> columns, List<Row> rows) {
    Map<String, Object> chart =
        Map.of("kind", kind, "title", title, "columns", columns, "rows", rows);
    return new Panel(id, title, kind, heading, columns, rows, json.writeValueAsString(chart));
  }
}
