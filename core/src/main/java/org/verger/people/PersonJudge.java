package org.verger.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.imports.ImportContext;
import org.verger.imports.RowAction;
import org.verger.imports.RowChoice;
import org.verger.imports.RowJudge;
import org.verger.imports.StagedRow;
import org.verger.imports.file.Row;
import org.verger.organisation.Unit;

/** Judges rows about people. */
final class PersonJudge implements RowJudge {

  private final ImportContext context;
  private final PersonReader reader;
  private final KnownPeople people;
  private final FileHouseholds households;
  private final FamilyReach families;

  PersonJudge(ImportContext context, KnownPeople people, FileHouseholds households) {
    this.context = context;
    this.reader = new PersonReader(context);
    this.people = people;
    this.households = households;
    this.families =
        context.reach().everything()
            ? FamilyReach.EVERYTHING
            : FamilyReach.among(people.all(), person -> mayWrite(person.unitId()));
  }

  @Override
  public void judge(Row row, Staged staged) {
    List<String> problems = new ArrayList<>(2);
    PersonRow person = reader.person(row, problems);
    FileHouseholds.Given household = reader.household(row, problems);
    if (!problems.isEmpty()) {
      staged.add(StagedRow.rejected(row.line(), 0, String.join(". ", problems)));
      return;
    }
    staged.add(
        context
            .choice(row.line(), 0)
            .map(choice -> decided(choice, row, person, household))
            .orElseGet(() -> compared(row, person, household)));
  }

  private StagedRow decided(
      RowChoice choice, Row row, PersonRow person, FileHouseholds.Given household) {
    return switch (choice) {
      case RowChoice.New() -> added(row, withFreeId(person, null), household);
      case RowChoice.LeaveOut() -> leftOut(row, person);
      case RowChoice.SameAs(UUID target) -> {
        KnownPerson known = people.byId(target);
        yield known == null
            ? compared(row, person, household)
            : changed(row, withFreeId(person, known), household, known);
      }
    };
  }

  // Two people cannot have one id: whoever has it keeps it.
  private PersonRow withFreeId(PersonRow person, @Nullable KnownPerson known) {
    KnownPerson has = person.externalId() == null ? null : people.byExternalId(person.externalId());
    return has == null || (known != null && has.id().equals(known.id()))
        ? person
        : person.withoutId();
  }

  private StagedRow compared(Row row, PersonRow person, FileHouseholds.Given household) {
    return switch (Likeness.of(person, people)) {
      case Likeness.None() -> added(row, person, household);
      case Likeness.Certain(KnownPerson known) -> changed(row, person, household, known);
      case Likeness.Likely(List<UUID> candidates, String reason) ->
          staged(
              row,
              RowAction.DUPLICATE,
              reason,
              person.fresh(UUID.randomUUID(), null, language(), row.line()),
              candidates,
              person);
    };
  }

  private StagedRow added(Row row, PersonRow person, FileHouseholds.Given household) {
    UUID unit = person.unitId() == null ? defaultUnit() : person.unitId();
    if (!mayWrite(unit)) {
      return StagedRow.rejected(row.line(), 0, beyondReach(unit));
    }
    if (households.isBeyond(household, null, person.familyName(), families)) {
      return ofOthers(row);
    }
    UUID family = households.of(household, null, person.familyName());
    KnownPerson fresh = person.at(unit).fresh(UUID.randomUUID(), family, language(), row.line());
    people.add(fresh);
    return staged(row, RowAction.NEW, null, fresh, List.of(), person);
  }

  private StagedRow changed(
      Row row, PersonRow person, FileHouseholds.Given household, KnownPerson known) {
    if (!mayWrite(known.unitId())
        || !mayWrite(person.unitId() == null ? known.unitId() : person.unitId())) {
      return StagedRow.rejected(row.line(), 0, beyondReach(known.unitId()));
    }
    if (known.isOfTheFile()) {
      return repeated(row, person, known);
    }
    if (!context.operates() && people.serves(known) && changesContact(person, known)) {
      return StagedRow.rejected(
          row.line(),
          0,
          "This person holds a role: only those who operate the system change their e-mail or"
              + " phone");
    }
    if (households.isBeyond(household, known.householdId(), person.familyName(), families)) {
      return ofOthers(row);
    }
    UUID family = households.of(household, known.householdId(), person.familyName());
    KnownPerson after = person.over(known, family);
    boolean same = after.equals(known) && (family == null || !households.isChanged(family));
    people.replace(after.onLine(row.line()));
    return staged(row, same ? RowAction.SAME : RowAction.CHANGED, null, after, List.of(), person);
  }

  private static StagedRow ofOthers(Row row) {
    return StagedRow.rejected(
        row.line(),
        0,
        "Members of this family belong to units that your rights do not reach: leave its columns"
            + " empty");
  }

  private static boolean changesContact(PersonRow person, KnownPerson known) {
    return (person.email() != null && !person.email().equals(known.email()))
        || (person.phone() != null && !person.phone().equals(known.phone()));
  }

  // A row that repeats an earlier one of the file may not say anything else.
  private StagedRow repeated(Row row, PersonRow person, KnownPerson known) {
    boolean same = person.over(known, null).equals(known);
    return staged(
        row,
        same ? RowAction.SAME : RowAction.DUPLICATE,
        same
            ? "Repeats line " + known.line()
            : "Says something else of the person on line %d: keep one of the rows"
                .formatted(known.line()),
        person.over(known, null),
        List.of(),
        person);
  }

  private StagedRow leftOut(Row row, PersonRow person) {
    return staged(
        row,
        RowAction.LEFT_OUT,
        null,
        person.fresh(UUID.randomUUID(), null, language(), row.line()),
        List.of(),
        person);
  }

  private @Nullable UUID defaultUnit() {
    Unit unit = context.defaultUnit();
    return unit == null ? null : unit.id().value();
  }

  private boolean mayWrite(@Nullable UUID unit) {
    return context.reach().everything()
        || (unit != null
            && context.reach().covers(Objects.requireNonNull(context.units().byId(unit))));
  }

  private String beyondReach(@Nullable UUID unit) {
    return unit == null
        ? "Name the unit: without one only people with rights everywhere may import the row"
        : "Your rights do not reach %s"
            .formatted(Objects.requireNonNull(context.units().byId(unit)).name());
  }

  private String language() {
    return context.tenant().languages().getFirst();
  }

  private static StagedRow staged(
      Row row,
      RowAction action,
      @Nullable String reason,
      KnownPerson person,
      List<UUID> candidates,
      PersonRow given) {
    return new StagedRow(
        row.line(),
        0,
        action,
        reason,
        person.id(),
        person.version(),
        candidates,
        new @Nullable Object[] {
          person.givenName(),
          person.familyName(),
          person.email(),
          person.phone(),
          person.language(),
          person.birthDate(),
          person.membership(),
          person.joinedOn(),
          person.householdId(),
          person.householdRole(),
          person.unitId(),
          person.externalId(),
          given.smsConsent(),
          given.emailConsent()
        });
  }

  @Override
  public List<ParentRows> parents() {
    return List.of(new ParentRows(PeopleImport.HOUSEHOLDS, households.staged()));
  }
}
