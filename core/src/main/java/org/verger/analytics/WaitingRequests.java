package org.verger.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.analytics.Series.Line;
import org.verger.analytics.Series.Period;

/** Adds up what waits at the end of each period: what was opened until then and not closed. */
final class WaitingRequests {

  static final String WAITING = "waiting";

  private final Map<String, Line> waiting;

  WaitingRequests(Map<String, Line> before) {
    this.waiting = new LinkedHashMap<>(before);
  }

  /** The periods, which must come in their order, with what waits at the end of each. */
  List<Period> added(List<Period> periods) {
    return periods.stream().map(this::added).toList();
  }

  private Period added(Period period) {
    Map<String, Line> lines = new LinkedHashMap<>();
    waiting.forEach((key, line) -> lines.put(key, with(line, Map.of(), line.figure(WAITING))));
    for (Line line : period.lines()) {
      String key = line.split() + line.part();
      Line before = waiting.get(key);
      long now =
          (before == null ? 0 : before.figure(WAITING))
              + line.figure("opened")
              - line.figure("closed");
      lines.put(key, with(line, line.figures(), now));
      waiting.put(key, with(line, Map.of(), now));
    }
    return new Period(
        period.starts(),
        period.ends(),
        new ArrayList<>(
            lines.values().stream()
                .filter(line -> line.figures().size() > 1 || line.figure(WAITING) != 0)
                .toList()));
  }

  private static Line with(Line line, Map<String, @Nullable Long> figures, long waiting) {
    Map<String, @Nullable Long> all = new LinkedHashMap<>(figures);
    all.put(WAITING, waiting);
    return new Line(line.split(), line.part(), line.name(), line.currency(), all);
  }
}
