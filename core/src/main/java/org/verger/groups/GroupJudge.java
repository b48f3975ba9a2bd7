package org.verger.groups;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.verger.imports.values.TimeReader;
import org.verger.organisation.Unit;
import org.verger.people.KnownPeople;
import org.verger.people.KnownPerson;
import org.verger.people.PersonReference.Match;
import org.verger.people.PersonReferences;

/** Judges rows about groups and who belongs to them. */
final class GroupJudge implements RowJudge {

  private final ImportContext context;
  private final KnownPeople people;
  private final PersonReferences references;
  private final FileGroups groups;
  private final UnitField unit;
  private final @Nullable Unit root;
  private final DateReader dates;
  private final TimeReader times = new TimeReader();
  private final FileField name;
  private final FileField kind;
  private final FileField description;
  private final FileField day;
  private final FileField time;
  private final FileField place;
  private final FileField externalId;
  private final FileField role;
  private final FileField since;

  GroupJudge(ImportContext context, KnownPeople people, FileGroups groups, @Nullable Unit root) {
    this.context = context;
    this.people = people;
    this.references = new PersonReferences(context, people, "member");
    this.groups = groups;
    this.unit = new UnitField(context);
    this.root = root;
    this.dates = context.dates("since");
    this.name = context.field("name");
    this.kind = context.field("kind");
    this.description = context.field("description");
    this.day = context.field("meetingDay");
    this.time = context.field("meetingTime");
    this.place = context.field("place");
    this.externalId = context.field("externalId");
    this.role = context.field("role");
    this.since = context.field("since");
  }

  @Override
  public void judge(Row row, Staged staged) {
    List<String> problems = new ArrayList<>(0);
    String called = name.of(row);
    if (called.isEmpty()) {
      problems.add("The name of the group is missing");
    }
    Integer meets = day(day.of(row), problems);
    LocalTime at = Cells.read(times, time.of(row), problems);
    LocalDate joined = Cells.read(dates, since.of(row), problems);
    Unit where = unit.of(row, fallback(externalId.of(row)), problems);
    Match match = references.of(row, problems);
    if (match instanceof Match.Nobody(String reason)) {
      problems.add(reason);
    }
    if (where == null || !problems.isEmpty()) {
      staged.add(StagedRow.rejected(row.line(), 0, String.join(". ", problems)));
      return;
    }
    FileGroups.Given given =
        new FileGroups.Given(
            where.id().value(),
            called,
            kind(kind.of(row)),
            Cells.orNull(description.lines(row)),
            meets,
            at,
            Cells.orNull(place.of(row)),
            Cells.orNull(externalId.of(row)));
    String problem = groups.problem(given, this::isReached);
    if (problem != null) {
      staged.add(StagedRow.rejected(row.line(), 0, problem));
      return;
    }
    UUID group = groups.of(given, row.line());
    Long otherwise = match == null ? groups.otherwise(group, given) : null;
    staged.add(
        otherwise == null
            ? staged(row, group, match, joined == null ? context.today() : joined)
            : contradicts(row, group, otherwise));
  }

  private @Nullable Unit fallback(String id) {
    UUID known = groups.unitOf(id);
    if (known != null) {
      return context.units().byId(known);
    }
    return context.defaultUnit() == null ? root : context.defaultUnit();
  }

  private boolean isReached(UUID at) {
    return context.reach().covers(Objects.requireNonNull(context.units().byId(at)));
  }

  private StagedRow contradicts(Row row, UUID group, long other) {
    boolean leftOut = context.choice(row.line(), 0).orElse(null) instanceof RowChoice.LeaveOut;
    return new StagedRow(
        row.line(),
        0,
        leftOut ? RowAction.LEFT_OUT : RowAction.DUPLICATE,
        "Line %d says something else of the group: keep one of the rows".formatted(other),
        group,
        0,
        List.of(),
        new @Nullable Object[] {group, null, "member", context.today()});
  }

  private static @Nullable Integer day(String cell, List<String> problems) {
    String text = cell.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> text.startsWith(day.name().toLowerCase(Locale.ROOT).substring(0, 3)))
        .map(DayOfWeek::getValue)
        .findFirst()
        .orElseGet(
            () -> {
              problems.add("\"%s\" is not a day of the week".formatted(cell));
              return null;
            });
  }

  private static @Nullable String kind(String cell) {
    String text = cell.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    if (text.contains("small")
        || text.contains("home")
        || text.contains("life")
        || text.contains("cell")) {
      return "small-group";
    }
    if (text.contains("class") || text.contains("course") || text.contains("school")) {
      return "class";
    }
    return text.contains("team") || text.contains("serv") || text.contains("ministr")
        ? "team"
        : "other";
  }

  private StagedRow staged(Row row, UUID group, @Nullable Match match, LocalDate joined) {
    RowChoice choice = context.choice(row.line(), 0).orElse(null);
    KnownPerson person = person(match, choice);
    RowAction action = person == null ? groups.action(group) : RowAction.NEW;
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
        group,
        0,
        candidates,
        new @Nullable Object[] {
          group, person == null ? null : person.id(), role(role.of(row)), joined
        });
  }

  private static String role(String cell) {
    String text = cell.toLowerCase(Locale.ROOT);
    return text.contains("lead") || text.contains("host") || text.contains("coach")
        ? "leader"
        : "member";
  }

  private @Nullable KnownPerson person(@Nullable Match match, @Nullable RowChoice choice) {
    if (choice instanceof RowChoice.SameAs(UUID target)) {
      return people.byId(target);
    }
    return match instanceof Match.Found(KnownPerson found) ? found : null;
  }

  @Override
  public List<ParentRows> parents() {
    return List.of(new ParentRows(GroupImport.GROUPS, groups.staged()));
  }
}
