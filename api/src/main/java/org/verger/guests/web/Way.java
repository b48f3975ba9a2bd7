package org.verger.guests.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verger.guests.GuestView;
import org.verger.guests.Stage;

/**
 * The way from new to member, and how far a guest has come on it.
 *
 * @param exit how the guest left it; null for who did not
 */
record Way(List<Step> steps, @Nullable Stage exit) {

  /**
   * A stage of the way.
   *
   * @param at when the guest came into it; null for one that was passed over or is yet to come
   */
  record Step(Stage stage, @Nullable Instant at, boolean reached, boolean here) {}

  static Way of(Stage stage, GuestView guest) {
    Map<String, Instant> reached =
        guest.timeline().stream()
            .filter(entry -> entry.kind().equals("stage"))
            .collect(
                Collectors.toMap(
                    GuestView.TimelineEntry::title,
                    GuestView.TimelineEntry::at,
                    (latest, earlier) -> latest));
    List<Step> steps =
        Arrays.stream(Stage.values())
            .filter(step -> !step.isExit())
            .map(
                step ->
                    new Step(
                        step,
                        reached.get(step.label()),
                        reached.containsKey(step.label())
                            || (!stage.isExit() && step.compareTo(stage) <= 0),
                        step == stage))
            .toList();
    return new Way(steps, stage.isExit() ? stage : null);
  }
}
