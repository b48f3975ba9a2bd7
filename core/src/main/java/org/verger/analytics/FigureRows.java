package org.verger.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.analytics.Series.Line;
import org.verger.organisation.UnitId;

/** Reads figures. */
@Component
class FigureRows {

  private static final List<String> KEYS =
      List.of("grain", "starts_on", "unit_id", "split", "part", "currency");

  private final JdbcClient jdbc;

  FigureRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The lines of the periods that start between two days, both included, by their start. */
  Map<LocalDate, List<Line>> lines(
      Subject subject, UnitId unit, Grain grain, LocalDate first, LocalDate last) {
    Map<String, String> funds = subject == Subject.GIVING ? funds() : Map.of();
    Map<LocalDate, List<Line>> found = new TreeMap<>();
    jdbc.sql(
            """
            SELECT * FROM %s
            WHERE grain = ? AND unit_id = ? AND starts_on BETWEEN ? AND ?
            ORDER BY starts_on, split, part
            """
                .formatted(subject.table()))
        .params(grain.code(), unit.value(), first, last)
        .query()
        .listOfRows()
        .forEach(
            row ->
                found
                    .computeIfAbsent(start(row), start -> new ArrayList<>())
                    .add(line(row, funds)));
    return found;
  }

  /** The lines whose first figure is how much waits at the beginning of a day. */
  Map<String, Line> waitingBefore(UnitId unit, LocalDate day) {
    return jdbc
        .sql(
            """
            SELECT split, part, sum(opened - closed)::bigint AS waiting FROM figure_approvals
            WHERE grain = 'day' AND unit_id = ? AND starts_on < ? GROUP BY 1, 2
            """)
        .params(unit.value(), day)
        .query()
        .listOfRows()
        .stream()
        .map(row -> line(row, Map.of()))
        .collect(Collectors.toMap(line -> line.split() + line.part(), line -> line));
  }

  private static LocalDate start(Map<String, @Nullable Object> row) {
    return ((java.sql.Date) Objects.requireNonNull(row.get("starts_on"))).toLocalDate();
  }

  private static Line line(Map<String, @Nullable Object> row, Map<String, String> funds) {
    Map<String, @Nullable Long> figures = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> {
          if (!KEYS.contains(name)) {
            figures.put(name, value == null ? null : ((Number) value).longValue());
          }
        });
    String part = String.valueOf(row.get("part"));
    return new Line(
        String.valueOf(row.get("split")),
        part,
        funds.getOrDefault(part, part),
        (String) row.get("currency"),
        figures);
  }

  private Map<String, String> funds() {
    record Fund(String id, String name) {}
    return jdbc.sql("SELECT id::text AS id, name FROM fund").query(Fund.class).list().stream()
        .collect(Collectors.toMap(Fund::id, Fund::name));
  }
}
