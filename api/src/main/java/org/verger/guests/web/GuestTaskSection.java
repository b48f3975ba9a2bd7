package org.verger.guests.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.pages.Format;
import org.verger.pages.TaskSection;

/** The calls, replies and plans on the list of everything that waits for somebody. */
@Component
@RunsInRole(RunsInRole.API)
class GuestTaskSection implements TaskSection {

  private final TaskCards cards;
  private final Format format;

  GuestTaskSection(TaskCards cards, Format format) {
    this.cards = cards;
    this.format = format;
  }

  @Override
  public String kind() {
    return "guest";
  }

  @Override
  public Found find(Wanted wanted) {
    List<TaskCards.Card> open = cards.mine();
    String search = wanted.search().toLowerCase(Locale.ROOT);
    return new Found(
        "guests/tasks",
        open.stream()
            .filter(card -> !wanted.overdue() || overdue(card))
            .filter(card -> card.title().toLowerCase(Locale.ROOT).contains(search))
            .toList(),
        open.size(),
        open.stream().filter(this::overdue).count());
  }

  private boolean overdue(TaskCards.Card card) {
    Instant due = card.task().dueAt();
    return due != null && format.past(due);
  }
}
