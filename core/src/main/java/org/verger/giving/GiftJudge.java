package org.verger.giving;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.giving.GiftCells.GiftCell;
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
import org.verger.imports.values.Reading;
import org.verger.money.Money;
import org.verger.organisation.Unit;
import org.verger.people.KnownPeople;
import org.verger.people.KnownPerson;
import org.verger.people.PersonReference;
import org.verger.people.PersonReferences;

/** Judges rows about gifts. */
final class GiftJudge implements RowJudge {

  private final ImportContext context;
  private final KnownPeople people;
  private final PersonReferences references;
  private final FileFunds funds;
  private final @Nullable Unit root;
  private final LocalDate today;
  private final DateReader dates;
  private final GiftCells gifts;
  private final FileField givenOn;
  private final UnitField unit;
  private final FileField method;
  private final FileField reference;
  private final FileField note;
  private final FileField externalId;

  /** What a row says beside amount and fund. */
  private record Common(
      @Nullable KnownPerson person,
      List<UUID> candidates,
      @Nullable String doubt,
      UUID unit,
      LocalDate givenOn,
      String method,
      @Nullable String reference,
      @Nullable String note,
      String externalId,
      boolean unitGiven,
      boolean methodGiven) {}

  GiftJudge(ImportContext context, KnownPeople people, FileFunds funds, @Nullable Unit root) {
    this.context = context;
    this.people = people;
    this.references = new PersonReferences(context, people);
    this.funds = funds;
    this.root = root;
    this.today = context.today();
    this.dates = context.dates("givenOn");
    this.givenOn = context.field("givenOn");
    this.unit = new UnitField(context);
    this.method = context.field("method");
    this.reference = context.field("reference");
    this.note = context.field("note");
    this.externalId = context.field("externalId");
    this.gifts = new GiftCells(context);
  }

  @Override
  public void judge(Row row, Staged staged) {
    List<String> problems = new ArrayList<>(0);
    Common common = common(row, problems);
    if (!problems.isEmpty() || common == null) {
      staged.add(StagedRow.rejected(row.line(), 0, String.join(". ", problems)));
      return;
    }
    boolean any = false;
    for (GiftCell cell : gifts.all()) {
      any |= gift(cell, row, common, staged);
    }
    if (!any) {
      staged.add(StagedRow.rejected(row.line(), 0, "There is no amount in the row"));
    }
  }

  private boolean gift(GiftCell cell, Row row, Common common, Staged staged) {
    switch (gifts.amount(cell, row)) {
      case Reading.Blank<Money> nothing -> {
        return false;
      }
      case Reading.Refused<Money>(String reason) ->
          staged.add(StagedRow.rejected(row.line(), cell.part(), reason));
      case Reading.Value<Money>(Money amount) -> {
        if (amount.minor() == 0) {
          return false;
        }
        staged.add(staged(cell, row, common, amount));
      }
    }
    return true;
  }

  private StagedRow staged(GiftCell cell, Row row, Common common, Money amount) {
    String fund = cell.fund(row);
    UUID fundId = fund.isEmpty() ? null : funds.named(fund);
    if (fundId == null && !fund.isEmpty()) {
      return StagedRow.rejected(
          row.line(),
          cell.part(),
          "There is no fund called %s: use the name it has here, or ask who has a say over all money to add it"
              .formatted(fund));
    }
    RowChoice choice = context.choice(row.line(), cell.part()).orElse(null);
    KnownPerson chosen = chosen(row.line(), cell.part());
    RowAction action =
        common.doubt() == null || chosen != null ? RowAction.NEW : RowAction.DUPLICATE;
    if (choice instanceof RowChoice.LeaveOut) {
      action = RowAction.LEFT_OUT;
    }
    KnownPerson person = chosen == null ? common.person() : chosen;
    return new StagedRow(
        row.line(),
        cell.part(),
        action,
        action == RowAction.DUPLICATE ? common.doubt() : null,
        null,
        0,
        action == RowAction.DUPLICATE ? common.candidates() : List.of(),
        new @Nullable Object[] {
          person == null ? null : person.id(),
          fundId,
          common.unit(),
          amount.minor(),
          amount.currency().getCurrencyCode(),
          common.givenOn(),
          common.method(),
          common.reference(),
          common.note(),
          common.externalId().isEmpty() ? null : key(common.externalId(), fund),
          common.unitGiven(),
          common.methodGiven()
        });
  }

  // Whoever says next that it is a gift of its own has not taken back who gave it.
  private @Nullable KnownPerson chosen(long line, int part) {
    UUID meant = context.meant(line, part);
    return meant == null ? null : people.byId(meant);
  }

  // One gift that was split among funds has one id in most systems, on a row for each fund.
  private static UUID key(String externalId, String fund) {
    return UUID.nameUUIDFromBytes(
        ("gift " + externalId + " " + fund.toLowerCase(Locale.ROOT))
            .getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable Common common(Row row, List<String> problems) {
    LocalDate day = day(row, problems);
    KnownPerson person = null;
    List<UUID> candidates = List.of();
    String doubt = null;
    switch (references.of(row, problems)) {
      case null -> {}
      case PersonReference.Match.Found(KnownPerson found) -> person = found;
      case PersonReference.Match.Several(List<UUID> several, String reason) -> {
        candidates = several;
        doubt = reason;
      }
      case PersonReference.Match.Nobody(String reason) -> problems.add(reason);
    }
    Unit at = unit.of(row, unitOf(person), problems);
    if (day == null || at == null || !problems.isEmpty()) {
      return null;
    }
    return new Common(
        person,
        candidates,
        doubt,
        at.id().value(),
        day,
        method(method.of(row)),
        Cells.orNull(reference.of(row)),
        Cells.orNull(note.lines(row)),
        externalId.of(row),
        unit.isNamed(row),
        !method.of(row).isEmpty());
  }

  private @Nullable LocalDate day(Row row, List<String> problems) {
    LocalDate day = Cells.require(dates, givenOn.of(row), "The date is missing", problems);
    if (day != null && day.isAfter(today)) {
      problems.add(
          "The date %s is in the future%s"
              .formatted(
                  day,
                  dates.warning() == null
                      ? ""
                      : ": dates of this column are read as " + dates.order().written()));
    }
    return day;
  }

  private @Nullable Unit unitOf(@Nullable KnownPerson person) {
    UUID theirs = person == null ? null : person.unitId();
    if (theirs != null) {
      return context.units().byId(theirs);
    }
    Unit given = context.defaultUnit();
    return given == null ? root : given;
  }

  private static String method(String cell) {
    String text = cell.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return "other";
    }
    if (text.contains("cash")) {
      return "cash";
    }
    if (text.contains("check") || text.contains("cheque")) {
      return "cheque";
    }
    if (text.contains("card") || text.contains("credit") || text.contains("debit")) {
      return "card";
    }
    if (text.contains("ach")
        || text.contains("bank")
        || text.contains("transfer")
        || text.contains("eft")) {
      return "transfer";
    }
    return text.contains("online")
            || text.contains("text")
            || text.contains("app")
            || text.contains("paypal")
        ? "online"
        : "other";
  }

  @Override
  public List<ParentRows> parents() {
    return List.of(new ParentRows(ContributionImport.FUNDS, funds.staged()));
  }
}
