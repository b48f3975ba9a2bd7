package org.verger.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.groups.GroupNames;
import org.verger.imports.Cells;
import org.verger.imports.FileField;
import org.verger.imports.ImportContext;
import org.verger.imports.RowAction;
import org.verger.imports.RowChoice;
import org.verger.imports.RowJudge;
import org.verger.imports.StagedRow;
import org.verger.imports.UnitField;
import org.verger.imports.file.Row;
import org.verger.imports.values.BooleanReader;
import org.verger.imports.values.DateReader;
import org.verger.imports.values.TimeReader;
import org.verger.organisation.Unit;
import org.verger.people.KnownPeople;
import org.verger.people.KnownPerson;
import org.verger.people.PersonReference.Match;
import org.verger.people.PersonReferences;

/** Judges rows about gatherings: how many were counted, and who was there. */
final class AttendanceJudge implements RowJudge {

  private static final int LARGEST = 1_000_000;

  private final ImportContext context;
  private final KnownPeople people;
  private final PersonReferences references;
  private final FileGatherings gatherings;
  private final GroupNames groups;
  private final UnitField unit;
  private final @Nullable Unit root;
  private final DateReader dates;
  private final TimeReader times = new TimeReader();
  private final BooleanReader booleans = new BooleanReader();
  private final FileField heldOn;
  private final FileField name;
  private final FileField startsAt;
  private final FileField group;
  private final FileField groupId;
  private final FileField headcount;
  private final FileField present;

  AttendanceJudge(
      ImportContext context,
      KnownPeople people,
      FileGatherings gatherings,
      GroupNames groups,
      @Nullable Unit root) {
    this.context = context;
    this.people = people;
    this.references = new PersonReferences(context, people);
    this.gatherings = gatherings;
    this.groups = groups;
    this.unit = new UnitField(context);
    this.root = root;
    this.dates = context.dates("heldOn");
    this.heldOn = context.field("heldOn");
    this.name = context.field("gathering");
    this.startsAt = context.field("startsAt");
    this.group = context.field("group");
    this.groupId = context.field("groupExternalId");
    this.headcount = context.field("headcount");
    this.present = context.field("present");
  }

  @Override
  public void judge(Row row, Staged staged) {
    List<String> problems = new ArrayList<>(0);
    LocalDate day = Cells.require(dates, heldOn.of(row), "The date is missing", problems);
    LocalTime time = Cells.read(times, startsAt.of(row), problems);
    Integer count = count(headcount.of(row), problems);
    UUID inGroup = group(row, problems);
    Unit at = unit.of(row, unitOf(inGroup), problems);
    Match match = references.of(row, problems);
    if (match instanceof Match.Nobody(String reason)) {
      problems.add(reason);
    }
    if (match == null && count == null) {
      problems.add("The row names nobody and gives no headcount");
    }
    if (day == null || at == null || !problems.isEmpty()) {
      staged.add(StagedRow.rejected(row.line(), 0, String.join(". ", problems)));
      return;
    }
    String called = called(row);
    FileGatherings.Key key = new FileGatherings.Key(at.id().value(), inGroup, called, day, time);
    UUID gathering = gatherings.of(key, called, count, row.line());
    Long otherwise = match == null ? gatherings.otherwise(key, count) : null;
    staged.add(
        otherwise == null
            ? staged(row, gathering, gatherings.action(key), match)
            : contradicts(row, gathering, otherwise));
  }

  private static @Nullable Integer count(String cell, List<String> problems) {
    if (cell.isEmpty()) {
      return null;
    }
    try {
      int count = Integer.parseInt(cell.replaceAll("[,. ]", ""));
      if (count >= 0 && count <= LARGEST) {
        return count;
      }
    } catch (NumberFormatException unreadable) {
      problems.add("\"%s\" is not a headcount".formatted(cell));
      return null;
    }
    problems.add("A headcount is a number from 0 to one million");
    return null;
  }

  private @Nullable UUID group(Row row, List<String> problems) {
    String called = group.of(row);
    String id = groupId.of(row);
    if (called.isEmpty() && id.isEmpty()) {
      return null;
    }
    UUID byId = groups.byExternalId(id);
    UUID found = byId == null ? groups.named(called) : byId;
    if (found == null) {
      problems.add(
          "There is no group called %s, or more than one: import groups first"
              .formatted(called.isEmpty() ? id : called));
    }
    return found;
  }

  private @Nullable Unit unitOf(@Nullable UUID inGroup) {
    UUID unitOfGroup = inGroup == null ? null : groups.unitOf(inGroup);
    if (unitOfGroup != null) {
      return context.units().byId(unitOfGroup);
    }
    Unit given = context.defaultUnit();
    return given == null ? root : given;
  }

  private String called(Row row) {
    String given = name.of(row);
    String inGroup = group.of(row);
    if (!given.isEmpty()) {
      return given;
    }
    return inGroup.isEmpty() ? "Service" : inGroup;
  }

  private StagedRow staged(Row row, UUID gathering, RowAction ofGathering, @Nullable Match match) {
    RowChoice choice = context.choice(row.line(), 0).orElse(null);
    KnownPerson person = person(match, choice);
    RowAction action = person == null || isAbsent(row) ? ofGathering : RowAction.NEW;
    String reason = null;
    List<UUID> candidates = List.of();
    if (choice instanceof RowChoice.LeaveOut) {
      action = RowAction.LEFT_OUT;
    } else if (match instanceof Match.Several(List<UUID> several, String doubt) && person == null) {
      action = RowAction.DUPLICATE;
      reason = doubt;
      candidates = several;
    }
    return new StagedRow(
        row.line(),
        0,
        action,
        reason,
        gathering,
        0,
        candidates,
        new @Nullable Object[] {gathering, person == null || isAbsent(row) ? null : person.id()});
  }

  private StagedRow contradicts(Row row, UUID gathering, long other) {
    boolean leftOut = context.choice(row.line(), 0).orElse(null) instanceof RowChoice.LeaveOut;
    return new StagedRow(
        row.line(),
        0,
        leftOut ? RowAction.LEFT_OUT : RowAction.DUPLICATE,
        "Line %d says that another number was there: keep one of the rows".formatted(other),
        gathering,
        0,
        List.of(),
        new @Nullable Object[] {gathering, null});
  }

  private boolean isAbsent(Row row) {
    return Boolean.FALSE.equals(booleans.read(present.of(row)).orNull());
  }

  private @Nullable KnownPerson person(@Nullable Match match, @Nullable RowChoice choice) {
    if (choice instanceof RowChoice.SameAs(UUID target)) {
      return people.byId(target);
    }
    return match instanceof Match.Found(KnownPerson found) ? found : null;
  }

  @Override
  public List<ParentRows> parents() {
    return List.of(new ParentRows(AttendanceImport.GATHERINGS, gatherings.staged()));
  }
}
