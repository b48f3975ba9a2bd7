package org.verger.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.imports.Cells;
import org.verger.imports.FileField;
import org.verger.imports.ImportContext;
import org.verger.imports.RowAction;
import org.verger.imports.RowJudge;
import org.verger.imports.StagedRow;
import org.verger.imports.UnitField;
import org.verger.imports.file.Row;
import org.verger.imports.values.DateReader;
import org.verger.organisation.Unit;

/** Judges rows about events. */
final class EventJudge implements RowJudge {

  // What a calendar shows when somebody enters no end.
  private static final Duration USUAL = Duration.ofHours(1);

  private final ImportContext context;
  private final KnownEvents events;
  private final @Nullable Unit root;
  private final UnitField unit;
  private final DateReader starts;
  private final DateReader ends;
  private final FileField title;
  private final FileField description;
  private final FileField place;
  private final FileField startsAt;
  private final FileField endsAt;
  private final FileField externalId;

  EventJudge(ImportContext context, KnownEvents events, @Nullable Unit root) {
    this.context = context;
    this.events = events;
    this.root = root;
    this.unit = new UnitField(context);
    this.starts = context.dates("startsAt");
    this.ends = context.dates("endsAt");
    this.title = context.field("title");
    this.description = context.field("description");
    this.place = context.field("place");
    this.startsAt = context.field("startsAt");
    this.endsAt = context.field("endsAt");
    this.externalId = context.field("externalId");
  }

  @Override
  public void judge(Row row, Staged staged) {
    List<String> problems = new ArrayList<>(0);
    String called = title.of(row);
    if (called.isEmpty()) {
      problems.add("The title is missing");
    }
    Instant start =
        instant(
            Cells.require(
                starts::readTime, startsAt.of(row), "The beginning is missing", problems));
    Instant end = instant(Cells.read(ends::readTime, endsAt.of(row), problems));
    if (start != null && end != null && !end.isAfter(start)) {
      problems.add("The event ends before it begins");
    }
    Unit at = unit.of(row, context.defaultUnit() == null ? root : context.defaultUnit(), problems);
    if (start == null || at == null || !problems.isEmpty()) {
      staged.add(StagedRow.rejected(row.line(), 0, String.join(". ", problems)));
      return;
    }
    staged.add(
        compared(
            new KnownEvents.Known(
                UUID.randomUUID(),
                at.id().value(),
                called,
                Cells.orNull(description.lines(row)),
                Cells.orNull(place.of(row)),
                start,
                end == null ? start.plus(USUAL) : end,
                Cells.orNull(externalId.of(row)),
                0,
                row.line()),
            end != null));
  }

  private @Nullable Instant instant(@Nullable LocalDateTime local) {
    return local == null ? null : local.atZone(context.tenant().zone()).toInstant();
  }

  private StagedRow compared(KnownEvents.Known given, boolean hasEnd) {
    KnownEvents.Known known = events.same(given);
    if (known == null) {
      events.add(given);
      return staged(given, RowAction.NEW, null, given.line());
    }
    if (!context.reach().covers(Objects.requireNonNull(context.units().byId(known.unit())))) {
      return StagedRow.rejected(
          given.line(), 0, "Your rights do not reach the unit that has this event");
    }
    if (known.line() > 0) {
      return staged(known, RowAction.SAME, "Repeats line " + known.line(), given.line());
    }
    KnownEvents.Known after = over(known, given, hasEnd);
    return staged(
        after, after.equals(known) ? RowAction.SAME : RowAction.CHANGED, null, given.line());
  }

  // What the row does not give stays.
  private static KnownEvents.Known over(
      KnownEvents.Known known, KnownEvents.Known given, boolean hasEnd) {
    boolean moved = !given.startsAt().equals(known.startsAt());
    return new KnownEvents.Known(
        known.id(),
        given.unit(),
        given.title(),
        given.description() == null ? known.description() : given.description(),
        given.place() == null ? known.place() : given.place(),
        given.startsAt(),
        hasEnd || moved ? given.endsAt() : known.endsAt(),
        given.externalId() == null ? known.externalId() : given.externalId(),
        known.version(),
        0);
  }

  private static StagedRow staged(
      KnownEvents.Known event, RowAction action, @Nullable String reason, long line) {
    return new StagedRow(
        line,
        0,
        action,
        reason,
        event.id(),
        event.version(),
        List.of(),
        new @Nullable Object[] {
          event.unit(),
          event.title(),
          event.description(),
          event.place(),
          event.startsAt(),
          event.endsAt(),
          event.externalId()
        });
  }
}
