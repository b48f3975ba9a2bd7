package org.verger.analytics.web;

import static org.verger.analytics.web.Measure.count;
import static org.verger.analytics.web.Measure.duration;
import static org.verger.analytics.web.Measure.money;
import static org.verger.analytics.web.Measure.share;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.verger.analytics.Series;
import org.verger.deployment.RunsInRole;

/** What is shown of each subject. */
@Component
@RunsInRole(RunsInRole.API)
class Panels {

  private final PanelMaker maker;

  Panels(PanelMaker maker) {
    this.maker = maker;
  }

  List<Panel> of(Series series) {
    return switch (series.subject()) {
      case ATTENDANCE -> attendance(series);
      case GIVING -> giving(series);
      case FUNNEL -> funnel(series);
      case APPROVALS -> approvals(series);
      case RETENTION -> retention(series);
      case MESSAGES -> messages(series);
    };
  }

  private List<Panel> attendance(Series series) {
    return List.of(
        maker.periods(
            series,
            "attendance",
            "How many were there",
            "lines",
            List.of(
                count("Counted in the room", "headcount"),
                count("Known to be there", "present"),
                count("Different people", "people"))),
        maker.periods(
            series,
            "first-time",
            "Gatherings and first visits",
            "bars",
            List.of(count("Gatherings", "gatherings"), count("First visits", "first_time"))));
  }

  private List<Panel> giving(Series series) {
    Stream<Panel> byCurrency =
        maker.currencies(series).stream()
            .flatMap(
                currency ->
                    Stream.of(
                        maker.parts(
                            maker.in(series, currency),
                            "fund",
                            "By fund, " + currency,
                            money("Amount", "amount")),
                        maker.parts(
                            maker.in(series, currency),
                            "method",
                            "By way of giving, " + currency,
                            money("Amount", "amount")),
                        maker.periods(
                            maker.in(series, currency),
                            "givers-" + currency,
                            "Gifts and givers, " + currency,
                            "bars",
                            List.of(count("Gifts", "gifts"), count("Givers", "givers")))));
    return byCurrency.toList();
  }

  private List<Panel> funnel(Series series) {
    return List.of(
        maker.steps(
            series,
            "way",
            "How far the guests of this time have come",
            List.of(
                count("Came", "guests"),
                count("Contacted", "contacted"),
                count("Connected", "connected"),
                count("Decided", "decided"),
                count("In discipleship", "in_discipleship"),
                count("Member", "members"))),
        maker.periods(
            series,
            "response",
            "Time to the first contact, hours",
            "lines",
            List.of(
                duration("Half within", "contact_p50"),
                duration("Nine in ten within", "contact_p90"))),
        maker.periods(
            series,
            "contacted",
            "Contacted in time, percent",
            "lines",
            List.of(
                share("Within 24 hours", "within_24h", "guests"),
                share("Within 48 hours", "within_48h", "guests"))),
        maker.parts(series, "campaign", "Guests by campaign", count("Guests", "guests")));
  }

  private List<Panel> approvals(Series series) {
    return List.of(
        maker.periods(
            series,
            "waiting",
            "Decided, and waiting at the end",
            "bars",
            List.of(count("Decided", "decided"), count("Waiting", "waiting"))),
        maker.periods(
            series,
            "step-time",
            "Time per step, hours",
            "lines",
            List.of(
                duration("Half within", "step_p50"), duration("Nine in ten within", "step_p90"))),
        maker.parts(series, "role", "Decided by role", count("Decided", "decided")),
        maker.parts(series, "kind", "Decided by kind", count("Decided", "decided")));
  }

  private List<Panel> retention(Series series) {
    return List.of(
        maker.periods(
            series,
            "active",
            "Active people",
            "stack",
            List.of(count("Came back", "came_back"), count("New", "newcomers"))),
        maker.periods(
            series,
            "lapsed",
            "Active before and not now",
            "bars",
            List.of(count("Lapsed", "lapsed"))),
        maker.periods(
            series,
            "engagement",
            "Ways of taking part",
            "lines",
            List.of(
                count("Attended", "attended"),
                count("Gave", "gave"),
                count("In groups", "in_groups"),
                count("At events", "at_events"),
                count("In two ways or more", "engaged"))));
  }

  private List<Panel> messages(Series series) {
    return List.of(
        maker.parts(series, "status", "Messages by how they ended", count("Messages", "messages")),
        maker.parts(series, "channel", "Messages by channel", count("Messages", "messages")),
        maker.periods(
            series,
            "segments",
            "Segments",
            "bars",
            List.of(count("All", "segments"), count("Sent", "sent_segments"))),
        maker.periods(series, "cost", "Cost", "bars", List.of(money("Cost", "cost"))));
  }
}
