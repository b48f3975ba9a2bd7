package org.verger.guests.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestCard;
import org.verger.guests.GuestList;
import org.verger.guests.Stage;
import org.verger.organisation.Area;
import org.verger.pages.Format;
import org.verger.pages.HomeContribution;
import org.verger.pages.HomeList;
import org.verger.pages.HomeTile;
import org.verger.web.Staff;

/** What of the follow-ups needs somebody today. */
@Component
@RunsInRole(RunsInRole.API)
class GuestsAtHome implements HomeContribution {

  private static final int FIRST = 5;
  private static final Duration WEEK = Duration.ofDays(7);

  private final TaskCards tasks;
  private final GuestList guests;
  private final Staff staff;
  private final Format format;
  private final Clock clock;

  GuestsAtHome(TaskCards tasks, GuestList guests, Staff staff, Format format, Clock clock) {
    this.tasks = tasks;
    this.guests = guests;
    this.staff = staff;
    this.format = format;
    this.clock = clock;
  }

  @Override
  public List<HomeTile> tiles() {
    List<TaskCards.Card> open = tasks.mine();
    long overdue = open.stream().filter(this::overdue).count();
    return List.of(
        new HomeTile(
            100,
            "list-checks",
            "teal",
            open.size(),
            open.size() == 1 ? "guest task for you" : "guest tasks for you",
            overdue == 0 ? null : overdue + " overdue",
            "/tasks"),
        new HomeTile(
            200,
            "sprout",
            "green",
            (int) guests.countSince(weekAgo(), staff.reach(Area.PEOPLE)),
            "new this week",
            null,
            "/guests"));
  }

  @Override
  public List<HomeList> lists() {
    return List.of(
        new HomeList(
            100,
            HomeList.NEEDS_YOU,
            "Nothing is waiting for you. Enjoy the quiet.",
            "/tasks",
            tasks.mine().stream().limit(FIRST).map(this::item).toList()),
        new HomeList(
            200,
            "New this week",
            "Nobody new yet. Share the connect form, and whoever fills it in appears here.",
            "/guests",
            newThisWeek().stream().map(this::item).toList()));
  }

  private HomeList.Item item(TaskCards.Card card) {
    Instant due = card.task().dueAt();
    return new HomeList.Item(
        card.guest().name(),
        card.title(),
        due == null ? "Since " + format.momentInText(card.task().createdAt()) : due(due),
        overdue(card) ? "Overdue" : null,
        "rose",
        "/guests/" + card.task().guest());
  }

  private HomeList.Item item(GuestCard guest) {
    Stage stage = Stage.of(guest.stage());
    String name = (guest.firstName() + " " + guest.lastName()).strip();
    return new HomeList.Item(
        name,
        name,
        format.moment(guest.createdAt()),
        stage.label(),
        stage == Stage.NEW ? "amber" : "stone",
        "/guests/" + guest.id());
  }

  private String due(Instant due) {
    return (format.past(due) ? "Was due " : "Due ") + format.momentInText(due);
  }

  private boolean overdue(TaskCards.Card card) {
    return Optional.ofNullable(card.task().dueAt()).filter(format::past).isPresent();
  }

  private List<GuestCard> newThisWeek() {
    Instant since = weekAgo();
    return guests
        .list(new GuestList.Filter(null, null, null, null, FIRST), staff.reach(Area.PEOPLE))
        .items()
        .stream()
        .filter(guest -> guest.createdAt().isAfter(since))
        .toList();
  }

  private Instant weekAgo() {
    return clock.instant().minus(WEEK);
  }
}
