package org.verger.guests.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.guests.Campaigns;
import org.verger.guests.GuestBoard;
import org.verger.guests.GuestCard;
import org.verger.guests.Stage;
import org.verger.guests.UpcomingSteps;
import org.verger.organisation.Area;
import org.verger.web.Staff;

/** Puts the board together: all guests, or those that a search finds. */
@Component
@RunsInRole(RunsInRole.API)
class Board {

  private static final int PER_COLUMN = 30;

  private final GuestBoard guests;
  private final UpcomingSteps upcoming;
  private final Campaigns campaigns;
  private final Staff staff;

  Board(GuestBoard guests, UpcomingSteps upcoming, Campaigns campaigns, Staff staff) {
    this.guests = guests;
    this.upcoming = upcoming;
    this.campaigns = campaigns;
    this.staff = staff;
  }

  /** A guest, with what comes next for them. */
  record Card(GuestCard guest, @Nullable String campaign, UpcomingSteps.@Nullable Step next) {}

  /** A stage. */
  record Column(Stage stage, long count, List<Card> cards) {}

  /** The way, the exits, and how many there are in all. */
  record Shown(List<Column> way, List<Column> exits, long total, long left) {}

  Shown show(String search, String campaign) {
    List<GuestBoard.Column> columns =
        guests.show(
            search, campaign.isEmpty() ? null : campaign, staff.reach(Area.PEOPLE), PER_COLUMN);
    Map<String, UpcomingSteps.Step> next = upcoming.of(ids(columns));
    Map<String, String> sources =
        campaigns.all().stream()
            .collect(Collectors.toMap(Campaigns.Campaign::code, Campaigns.Campaign::source));
    List<Column> all =
        columns.stream()
            .map(column -> new Column(column.stage(), column.count(), cards(column, next, sources)))
            .toList();
    List<Column> exits = all.stream().filter(column -> column.stage().isExit()).toList();
    return new Shown(
        all.stream().filter(column -> !column.stage().isExit()).toList(),
        exits.stream().filter(column -> column.count() > 0).toList(),
        all.stream().mapToLong(Column::count).sum(),
        exits.stream().mapToLong(Column::count).sum());
  }

  private static List<Card> cards(
      GuestBoard.Column column, Map<String, UpcomingSteps.Step> next, Map<String, String> sources) {
    return column.cards().stream()
        .map(
            guest -> {
              String code = guest.campaign();
              return new Card(
                  guest,
                  code == null ? null : sources.getOrDefault(code, code),
                  next.get(guest.id()));
            })
        .toList();
  }

  private static List<String> ids(List<GuestBoard.Column> columns) {
    return columns.stream().flatMap(column -> column.cards().stream()).map(GuestCard::id).toList();
  }
}
