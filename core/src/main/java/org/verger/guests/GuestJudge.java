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
import org.verger.people.NameKeys;

/**
 * Judges rows about guests. The same phone or the same e-mail with a similar first name is the same
 * guest; of a guest who is known only gaps are filled.
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
      @Nullable Instant visitedAt, @Nullable Boolean sms, @Nullable Boolean email) {

    /** Without a yes that was given for another address than the guest's. */
    Aside about(KnownGuests.Known given, @Nullable String ofPhone, @Nullable String ofEmail) {
      return new Aside(
          visitedAt, answer(sms, given.phone(), ofPhone), answer(email, given.email(), ofEmail));
    }

    private static @Nullable Boolean answer(
        @Nullable Boolean said, @Nullable String given, @Nullable String has) {
      return Boolean.TRUE.equals(said) && given != null && !given.equals(has) ? null : said;
    }
  }

  GuestJudge(ImportContext context, KnownGuests guests, @Nullable UUID usualUnit) {
    this.context = context;
    this.guests = guests;
    this.usualUnit = usualUnit;
    this.unit = new UnitField(context);
    this.dates = context.dates("visitedOn");
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
    staged.add(judged(given, aside));
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

  private StagedRow judged(KnownGuests.Known given, Aside aside) {
    return switch (context.choice(given.line(), 0).orElse(null)) {
      case RowChoice.LeaveOut() ->
          staged(given, RowAction.LEFT_OUT, null, List.of(), aside, given.line());
      case RowChoice.New() -> ofTheirOwn(given, aside);
      case RowChoice.SameAs(UUID target) -> {
        KnownGuests.Known known = guests.byId(target);
        yield known == null ? compared(given, aside) : filled(given, known, aside);
      }
      case null -> compared(given, aside);
    };
  }

  private StagedRow added(KnownGuests.Known given, Aside aside) {
    guests.keep(given);
    return staged(given, RowAction.NEW, null, List.of(), aside, given.line());
  }

  // Two guests cannot have one phone or e-mail.
  private StagedRow ofTheirOwn(KnownGuests.Known given, Aside aside) {
    String number = free(given.phone());
    String address = free(given.email());
    return number == null && address == null
        ? StagedRow.rejected(
            given.line(),
            0,
            "A new guest needs a phone or an e-mail of their own: another guest has this one")
        : added(given.reachedAt(number, address), aside.about(given, number, address));
  }

  private StagedRow compared(KnownGuests.Known given, Aside aside) {
    KnownGuests.Known byPhone = guests.at(given.phone());
    KnownGuests.Known byEmail = guests.at(given.email());
    KnownGuests.Known known = byPhone == null ? byEmail : byPhone;
    if (known == null) {
      return added(given, aside);
    }
    if (byPhone != null && byEmail != null && !byPhone.id().equals(byEmail.id())) {
      return doubtful(
          given,
          "The phone is one guest's and the e-mail another's: choose, or correct one of the two",
          aside,
          byPhone,
          byEmail);
    }
    // Couples and children share a phone.
    return NameKeys.alike(given.firstName(), known.firstName())
        ? filled(given, known, aside)
        : doubtful(
            given,
            "The phone or the e-mail is that of a guest with another first name: choose",
            aside,
            known);
  }

  private StagedRow doubtful(
      KnownGuests.Known given, String reason, Aside aside, KnownGuests.Known... known) {
    List<KnownGuests.Known> those = List.of(known);
    return those.stream().allMatch(this::mayWrite)
        ? staged(
            given,
            RowAction.DUPLICATE,
            reason,
            those.stream().map(KnownGuests.Known::id).toList(),
            aside,
            given.line())
        : beyondReach(given);
  }

  private static StagedRow beyondReach(KnownGuests.Known given) {
    return StagedRow.rejected(
        given.line(), 0, "Your rights do not reach the unit that has this guest");
  }

  private StagedRow filled(KnownGuests.Known given, KnownGuests.Known known, Aside aside) {
    if (!mayWrite(known)) {
      return beyondReach(given);
    }
    KnownGuests.Known after = completed(known, given);
    boolean same = after.equals(known);
    Aside kept = aside.about(given, after.phone(), after.email());
    if (known.line() > 0) {
      return repeated(known, same, kept, given.line());
    }
    guests.keep(after.onLine(given.line()));
    RowAction action = same ? RowAction.SAME : RowAction.CHANGED;
    return staged(after, action, null, List.of(), kept, given.line());
  }

  // A row that repeats an earlier one of the file may not say more.
  private static StagedRow repeated(KnownGuests.Known known, boolean same, Aside aside, long line) {
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

  private KnownGuests.Known completed(KnownGuests.Known known, KnownGuests.Known given) {
    return new KnownGuests.Known(
        known.id(),
        known.firstName(),
        known.lastName().isEmpty() ? given.lastName() : known.lastName(),
        known.phone() == null ? free(given.phone()) : known.phone(),
        known.email() == null ? free(given.email()) : known.email(),
        known.language(),
        known.campaign() == null ? given.campaign() : known.campaign(),
        known.unit() == null ? given.unit() : known.unit(),
        known.version(),
        known.line());
  }

  private @Nullable String free(@Nullable String address) {
    return guests.at(address) == null ? address : null;
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
