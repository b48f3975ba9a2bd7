package org.verger.attendance;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Reach;
import org.verger.paging.Conditions;
import org.verger.validation.Parameters;

/**
 * Which gatherings to list. What is null does not restrict.
 *
 * @param from first day
 * @param to last day
 * @param unit with all units below it
 * @param search a part of the name
 */
public record GatheringFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID unit,
    @Nullable UUID group,
    @Nullable UUID event,
    @Nullable String search) {

  /** Lists all. */
  public static final GatheringFilter ALL = new GatheringFilter(null, null, null, null, null, null);

  /**
   * Reads {@code from}, {@code to}, {@code unit}, {@code group}, {@code event} and {@code search}.
   *
   * @throws org.verger.validation.InvalidInputException naming the one that cannot be read
   */
  public static GatheringFilter of(Parameters given) {
    return new GatheringFilter(
        given.date("from"),
        given.date("to"),
        given.id("unit"),
        given.id("group"),
        given.id("event"),
        given.text("search"));
  }

  Conditions within(Reach reach) {
    return new Conditions()
        .and(
            "u.path LIKE ANY (:patterns)", "patterns", reach.everything() ? null : reach.patterns())
        .and("g.held_on >= :from", "from", from)
        .and("g.held_on <= :to", "to", to)
        .and("starts_with(u.path, (SELECT path FROM unit WHERE id = :unit))", "unit", unit)
        .and("g.group_id = :group", "group", group)
        .and("g.event_id = :event", "event", event)
        .and("position(lower(:search) IN lower(g.name)) > 0", "search", search);
  }
}
