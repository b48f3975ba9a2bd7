package org.verger.guests;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
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
import org.verger.imports.values.BooleanReader;
import org.verger.imports.values.DateReader;
import org.verger.imports.values.EmailReader;
import org.verger.imports.values.NameReader;
import org.verger.imports.values.PersonName;
import org.verger.imports.values.PhoneReader;
import org.verger.messages.EmailAddress;
import org.verger.messages.PhoneNumber;
import org.verger.organisation.Unit;

/**
 * Judges rows about guests. The same phone or the same e-mail is the same guest, as with a connect
 * form; of a guest who is known only gaps are filled.
 */
final class GuestJudge implements RowJudge {

  private final ImportContext context;
  private final KnownGuests guests;
  private final @Nullable UUID usualUnit;
  private final UnitField unit;
  private final DateReader dates;
  private final PhoneReader phones;
  private final EmailReader emails = new EmailReader();
  private final NameReader names = new NameReader();
  private final BooleanReader booleans = new BooleanReader();
  private final FileField firstName;
  private final FileField lastName;
  private final FileField fullName;
  private final FileField phone;
  private final FileField email;
  private final FileField language;
  private final FileField campaign;
  private final FileField visitedOn;
  private final FileField sms;
  private final FileField mail;

  /** What goes with a guest into the staging table only. */
  private record Aside(
      @Nullable Instant visitedAt, @Nullable Boolean sms, @Nullable Boolean email) {}

  GuestJudge(ImportContext context, KnownGuests guests, @Nullable UUID usualUnit) {
    this.context = context;
    this.guests = guests;
    this.usualUnit = usualUnit;
    this.unit = new UnitField(context);
    this.dates =
        DateReader.forColumn(
            context.sampleOf("visitedOn"), context.tenant().region(), context.today());
    this.phones = new PhoneReader(context.tenant().region());
    this.firstName = context.field("firstName");
    this.lastName = context.field("lastName");
    this.fullName = context.field("fullName");
    this.phone = context.field("phone");
    this.email = context.field("email");
    this.language = context.field("language");
    this.campaign = context.field("campaign");
    this.visitedOn = context.field("visitedOn");
    this.sms = context.field("smsConsent");
    this.mail = context.field("emailConsent");
  }

  @Override
  public void judge(Row row, Staged staged) {
    List<String> problems = new ArrayList<>(0);
    PersonName name = name(row, problems);
    PhoneNumber number = Cells.read(phones, phone.of(row), problems);
    EmailAddress address = Cells.read(emails, email.of(row), problems);
    Aside aside = aside(row, problems);
    Unit at = unit.of(row, fallback(), problems);
    if (number == null && address == null && problems.isEmpty()) {
      problems.add("A guest needs a phone number or an e-mail address");
    }
    if (at == null || !problems.isEmpty()) {
      staged.add(StagedRow.rejected(row.line(), 0, String.join(". ", problems)));
      return;
    }
    KnownGuests.Known given =
        new KnownGuests.Known(
            UUID.randomUUID(),
            name.given(),
            name.family(),
            number == null ? null : number.value(),
            address == null ? null : address.value(),
            context.tenant().languageFor(language.of(row).toLowerCase(Locale.ROOT)),
            Cells.orNull(campaign.of(row)),
            at.id().value(),
            0,
            row.line());
    staged.add(compared(given, aside));
  }

  private PersonName name(Row row, List<String> problems) {
    PersonName name = new PersonName(firstName.of(row), lastName.of(row));
    if (name.given().isEmpty()) {
      PersonName whole = Cells.read(names, fullName.of(row), problems);
      name = whole == null ? name : whole;
    }
    if (name.given().isEmpty() && problems.isEmpty()) {
      problems.add("The first name is missing");
    }
    return name;
  }

  private Aside aside(Row row, List<String> problems) {
    LocalDateTime visited = Cells.read(dates::readTime, visitedOn.of(row), problems);
    Instant at = visited == null ? null : visited.atZone(context.tenant().zone()).toInstant();
    if (at != null && at.isAfter(context.now())) {
      problems.add("The visit is in the future");
    }
    return new Aside(
        at,
        Cells.read(booleans, sms.of(row), problems),
        Cells.read(booleans, mail.of(row), problems));
  }

  private @Nullable Unit fallback() {
    Unit given = context.defaultUnit();
    return given == null && usualUnit != null ? context.units().byId(usualUnit) : given;
  }

  private StagedRow compared(KnownGuests.Known given, Aside aside) {
    KnownGuests.Known byPhone = guests.at(given.phone());
    KnownGuests.Known byEmail = guests.at(given.email());
    if (context.choice(given.line(), 0).orElse(null) instanceof RowChoice.LeaveOut) {
      return staged(given, RowAction.LEFT_OUT, null, List.of(), aside, given.line());
    }
    if (byPhone == null && byEmail == null) {
      guests.keep(given);
      return staged(given, RowAction.NEW, null, List.of(), aside, given.line());
    }
    if (byPhone != null && byEmail != null && !byPhone.id().equals(byEmail.id())) {
      return staged(
          given,
          RowAction.DUPLICATE,
          "The phone is one guest's and the e-mail another's: correct one of the two",
          List.of(byPhone.id(), byEmail.id()),
          aside,
          given.line());
    }
    return filled(given, Objects.requireNonNull(byPhone == null ? byEmail : byPhone), aside);
  }

  private StagedRow filled(KnownGuests.Known given, KnownGuests.Known known, Aside aside) {
    if (!mayWrite(known)) {
      return StagedRow.rejected(
          given.line(), 0, "Your rights do not reach the unit that has this guest");
    }
    KnownGuests.Known after = completed(known, given);
    boolean same = after.equals(known);
    if (known.line() > 0) {
      return repeated(known, same, aside, given.line());
    }
    guests.keep(after.onLine(given.line()));
    RowAction action = same ? RowAction.SAME : RowAction.CHANGED;
    return staged(after, action, null, List.of(), aside, given.line());
  }

  // A row that repeats an earlier one of the file may not say more.
  private static StagedRow repeated(
      KnownGuests.Known known, boolean same, Aside aside, long line) {
    return staged(
        known,
        same ? RowAction.SAME : RowAction.DUPLICATE,
        same
            ? "Repeats line " + known.line()
            : "Says more of the guest on line %d: put it into one row".formatted(known.line()),
        List.of(),
        aside,
        line);
  }

  private static KnownGuests.Known completed(KnownGuests.Known known, KnownGuests.Known given) {
    return new KnownGuests.Known(
        known.id(),
        known.firstName(),
        known.lastName().isEmpty() ? given.lastName() : known.lastName(),
        known.phone() == null ? given.phone() : known.phone(),
        known.email() == null ? given.email() : known.email(),
        known.language(),
        known.campaign() == null ? given.campaign() : known.campaign(),
        known.unit() == null ? given.unit() : known.unit(),
        known.version(),
        known.line());
  }

  private boolean mayWrite(KnownGuests.Known known) {
    UUID at = known.unit();
    return context.reach().everything()
        || (at != null && context.reach().covers(Objects.requireNonNull(context.units().byId(at))));
  }

  private static StagedRow staged(
      KnownGuests.Known guest,
      RowAction action,
      @Nullable String reason,
      List<UUID> candidates,
      Aside aside,
      long line) {
    return new StagedRow(
        line,
        0,
        action,
        reason,
        guest.id(),
        guest.version(),
        candidates,
        new @Nullable Object[] {
          guest.firstName(),
          guest.lastName(),
          guest.phone(),
          guest.email(),
          guest.language(),
          guest.campaign(),
          guest.unit(),
          aside.visitedAt(),
          aside.sms(),
          aside.email()
        });
  }
}
