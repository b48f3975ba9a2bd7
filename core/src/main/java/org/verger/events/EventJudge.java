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
import org.verger.imports.RowChoice;
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
    String id = otherId(row, start);
    Unit at = unit.of(row, fallback(id), problems);
    if (start == null || at == null || !problems.isEmpty()) {
      staged.add(StagedRow.rejected(row.line(), 0, String.join(". ", problems)));
      return;
    }
    KnownEvents.Known event =
        new KnownEvents.Known(
            UUID.randomUUID(),
            at.id().value(),
            called,
            Cells.orNull(description.lines(row)),
            Cells.orNull(place.of(row)),
            start,
            end == null ? start.plus(USUAL) : end,
            id,
            false,
            0,
            row.line());
    staged.add(judged(new Given(event, end != null, unit.isNamed(row))));
  }

  /** What a row says, and what of it was left blank. */
  private record Given(KnownEvents.Known event, boolean hasEnd, boolean hasUnit) {

    long line() {
      return event.line();
    }

    Given withoutId() {
      return new Given(event.withoutId(), hasEnd, hasUnit);
    }
  }

  // Most systems give one id to all dates of a series.
  private @Nullable String otherId(Row row, @Nullable Instant start) {
    String id = externalId.of(row);
    if (id.isEmpty()) {
      return null;
    }
    return start != null && (context.isSeries(id) || events.isSeries(id))
        ? events.dateOf(id, start)
        : id;
  }

  private @Nullable Unit fallback(@Nullable String id) {
    KnownEvents.Known known = events.byExternalId(id);
    if (known != null) {
      return context.units().byId(known.unit());
    }
    return context.defaultUnit() == null ? root : context.defaultUnit();
  }

  private @Nullable Instant instant(@Nullable LocalDateTime local) {
    return local == null ? null : local.atZone(context.tenant().zone()).toInstant();
  }

  private StagedRow judged(Given given) {
    return switch (context.choice(given.line(), 0).orElse(null)) {
      case RowChoice.LeaveOut() -> staged(given.event(), RowAction.LEFT_OUT, null, given.line());
      case RowChoice.New() -> added(withFreeId(given, null).event());
      case RowChoice.SameAs(UUID target) -> {
        KnownEvents.Known known = events.byId(target);
        yield known == null ? compared(given) : changed(withFreeId(given, known), known);
      }
      case null -> compared(given);
    };
  }

  // Two events cannot have one id: whichever has it keeps it.
  private Given withFreeId(Given given, KnownEvents.@Nullable Known known) {
    KnownEvents.Known has = events.byExternalId(given.event().externalId());
    return has == null || (known != null && has.id().equals(known.id()))
        ? given
        : given.withoutId();
  }

  private StagedRow added(KnownEvents.Known event) {
    events.add(event);
    return staged(event, RowAction.NEW, null, event.line());
  }

  private StagedRow compared(Given given) {
    KnownEvents.Known byId = events.byExternalId(given.event().externalId());
    if (byId != null) {
      return agrees(given.event(), byId) ? changed(given, byId) : doubtful(given, byId);
    }
    KnownEvents.Known alike = events.alike(given.event());
    return alike == null || isAnother(given.event(), alike)
        ? added(given.event())
        : changed(given, alike);
  }

  // The ids of two systems say nothing.
  private static boolean agrees(KnownEvents.Known given, KnownEvents.Known known) {
    return given.startsAt().equals(known.startsAt())
        || given.title().equalsIgnoreCase(known.title());
  }

  // Within one file another id is another event.
  private static boolean isAnother(KnownEvents.Known given, KnownEvents.Known known) {
    return known.line() > 0
        && given.externalId() != null
        && known.externalId() != null
        && !given.externalId().equals(known.externalId());
  }

  private StagedRow doubtful(Given given, KnownEvents.Known known) {
    return isReached(known)
        ? staged(
            given.event(),
            RowAction.DUPLICATE,
            "The id belongs to another event, %s: choose".formatted(known.title()),
            List.of(known.id()),
            given.line())
        : beyondReach(given);
  }

  private boolean isReached(KnownEvents.Known known) {
    return context.reach().covers(Objects.requireNonNull(context.units().byId(known.unit())));
  }

  private static StagedRow beyondReach(Given given) {
    return StagedRow.rejected(
        given.line(), 0, "Your rights do not reach the unit that has this event");
  }

  private StagedRow changed(Given given, KnownEvents.Known known) {
    if (!isReached(known)) {
      return beyondReach(given);
    }
    if (known.proposed()) {
      return StagedRow.rejected(
          given.line(), 0, "This event still waits for those who decide about it");
    }
    KnownEvents.Known after = over(known, given);
    boolean same = after.equals(known);
    if (known.line() > 0) {
      return repeated(after, same, known.line(), given.line());
    }
    events.replace(known, after.onLine(given.line()));
    return staged(after, same ? RowAction.SAME : RowAction.CHANGED, null, given.line());
  }

  // A row that repeats an earlier one of the file may not say anything else.
  private static StagedRow repeated(KnownEvents.Known event, boolean same, long first, long line) {
    return staged(
        event,
        same ? RowAction.SAME : RowAction.DUPLICATE,
        same
            ? "Repeats line " + first
            : "Says something else of the event on line %d: keep one of the rows".formatted(first),
        line);
  }

  // What the row does not give stays.
  private static KnownEvents.Known over(KnownEvents.Known known, Given row) {
    KnownEvents.Known given = row.event();
    boolean moved = !given.startsAt().equals(known.startsAt());
    return new KnownEvents.Known(
        known.id(),
        row.hasUnit() ? given.unit() : known.unit(),
        given.title(),
        given.description() == null ? known.description() : given.description(),
        given.place() == null ? known.place() : given.place(),
        given.startsAt(),
        row.hasEnd() || moved ? given.endsAt() : known.endsAt(),
        given.externalId() == null ? known.externalId() : given.externalId(),
        known.proposed(),
        known.version(),
        known.line());
  }

  private static StagedRow staged(
      KnownEvents.Known event, RowAction action, @Nullable String reason, long line) {
    return staged(event, action, reason, List.of(), line);
  }

  private static StagedRow staged(
      KnownEvents.Known event,
      RowAction action,
      @Nullable String reason,
      List<UUID> candidates,
      long line) {
    return new StagedRow(
        line,
        0,
        action,
        reason,
        event.id(),
        event.version(),
        candidates,
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
