package org.verger.guests;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest with everything that happened and what comes next.
 *
 * @param stage as in {@link Stage#code}
 * @param campaign the code that was given
 * @param unit the name of the unit that cares for the guest
 * @param version grows with each change of the guest's own data
 * @param timeline the latest first
 * @param next the soonest first; empty when the follow-up has ended
 */
public record GuestView(
    String id,
    String firstName,
    String lastName,
    @Nullable String phone,
    @Nullable String email,
    String language,
    String stage,
    Instant stageSince,
    @Nullable String campaign,
    @Nullable String unit,
    int version,
    List<TimelineEntry> timeline,
    List<NextStep> next) {

  /**
   * Something that happened.
   *
   * @param kind {@code stage}, {@code message}, or an activity such as {@code call}, {@code reply}
   * @param title in words
   * @param detail a note, or the text of a message
   * @param cause for a stage what led to it, for a message its status and reason, for an activity
   *     its result
   */
  public record TimelineEntry(
      Instant at, String kind, String title, @Nullable String detail, @Nullable String cause) {}

  /**
   * Something that is planned.
   *
   * @param what in words
   */
  public record NextStep(Instant at, String what) {}
}
