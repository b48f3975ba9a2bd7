package org.verger.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.imports.FileField;
import org.verger.imports.ImportContext;
import org.verger.imports.file.Row;
import org.verger.imports.values.BooleanReader;
import org.verger.imports.values.DateReader;
import org.verger.imports.values.EmailReader;
import org.verger.imports.values.NameReader;
import org.verger.imports.values.PersonName;
import org.verger.imports.values.PhoneReader;
import org.verger.imports.values.Reading;
import org.verger.imports.values.TextReader;
import org.verger.imports.values.ValueReader;
import org.verger.organisation.Unit;

/** Reads the person and the family of a row. */
final class PersonReader {

  private final ImportContext context;
  private final Cells cells;
  private final DateReader birthDates;
  private final DateReader joinDates;
  private final PhoneReader phones;
  private final TextReader texts = new TextReader();
  private final NameReader names = new NameReader();
  private final EmailReader emails = new EmailReader();
  private final BooleanReader booleans = new BooleanReader();

  PersonReader(ImportContext context) {
    this.context = context;
    this.cells = new Cells(context);
    this.birthDates = dates("birthDate");
    this.joinDates = dates("joinedOn");
    this.phones = new PhoneReader(context.tenant().region());
  }

  private DateReader dates(String field) {
    return DateReader.forColumn(
        context.sampleOf(field), context.tenant().region(), context.today());
  }

  /** The fields of the file. */
  private static final class Cells {
    final FileField given;
    final FileField family;
    final FileField full;
    final FileField email;
    final FileField phone;
    final FileField language;
    final FileField birthDate;
    final FileField membership;
    final FileField joinedOn;
    final FileField householdRole;
    final FileField unit;
    final FileField externalId;
    final FileField sms;
    final FileField mail;
    final FileField householdId;
    final FileField householdName;
    final FileField street;
    final FileField city;
    final FileField region;
    final FileField postalCode;
    final FileField country;

    Cells(ImportContext context) {
      given = context.field("givenName");
      family = context.field("familyName");
      full = context.field("fullName");
      email = context.field("email");
      phone = context.field("phone");
      language = context.field("language");
      birthDate = context.field("birthDate");
      membership = context.field("membership");
      joinedOn = context.field("joinedOn");
      householdRole = context.field("householdRole");
      unit = context.field("unit");
      externalId = context.field("externalId");
      sms = context.field("smsConsent");
      mail = context.field("emailConsent");
      householdId = context.field("householdId");
      householdName = context.field("householdName");
      street = context.field("street");
      city = context.field("city");
      region = context.field("region");
      postalCode = context.field("postalCode");
      country = context.field("country");
    }
  }

  /**
   * The person of a row.
   *
   * @param problems takes what cannot be read
   */
  PersonRow person(Row row, List<String> problems) {
    PersonName name = name(row, problems);
    return new PersonRow(
        name.given(),
        name.family(),
        text(read(emails, cells.email.of(row), problems)),
        text(read(phones, cells.phone.of(row), problems)),
        language(cells.language.of(row)),
        birthDate(row, problems),
        membership(cells.membership.of(row), problems),
        read(joinDates, cells.joinedOn.of(row), problems),
        role(cells.householdRole.of(row)),
        unit(cells.unit.of(row), problems),
        orNull(cells.externalId.of(row)),
        read(booleans, cells.sms.of(row), problems),
        read(booleans, cells.mail.of(row), problems));
  }

  private PersonName name(Row row, List<String> problems) {
    String given = clean(cells.given.of(row), problems);
    String family = clean(cells.family.of(row), problems);
    if (given.isEmpty() && family.isEmpty()) {
      PersonName name = read(names, cells.full.of(row), problems);
      if (name == null && problems.isEmpty()) {
        problems.add("The name is missing");
      }
      return name == null ? new PersonName("", "") : name;
    }
    return new PersonName(given, family);
  }

  private @Nullable LocalDate birthDate(Row row, List<String> problems) {
    LocalDate date = read(birthDates, cells.birthDate.of(row), problems);
    if (date != null && date.isAfter(context.today())) {
      problems.add("The birth date %s is in the future".formatted(date));
    }
    return date;
  }

  /** The family of a row. */
  FileHouseholds.Given household(Row row, List<String> problems) {
    return new FileHouseholds.Given(
        orNull(cells.householdId.of(row)),
        clean(cells.householdName.of(row), problems),
        clean(cells.street.of(row), problems),
        clean(cells.city.of(row), problems),
        clean(cells.region.of(row), problems),
        clean(cells.postalCode.of(row), problems),
        country(cells.country.of(row)));
  }

  private String clean(String cell, List<String> problems) {
    String text = read(texts, cell, problems);
    return text == null ? "" : text;
  }

  private static <T> @Nullable T read(
      ValueReader<T> reader, String cell, List<String> problems) {
    if (cell.isEmpty()) {
      return null;
    }
    Reading<T> reading = reader.read(cell);
    String reason = reading.reason();
    if (reason != null) {
      problems.add(reason);
    }
    return reading.orNull();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private @Nullable String language(String cell) {
    String code = cell.toLowerCase(Locale.ROOT);
    return context.tenant().languages().contains(code) ? code : null;
  }

  private @Nullable String country(String cell) {
    if (cell.length() == 2) {
      return cell.toUpperCase(Locale.ROOT);
    }
    return cell.isEmpty()
        ? null
        : List.of(Locale.getISOCountries()).stream()
            .filter(code -> isCalled(code, cell))
            .findFirst()
            .orElse(null);
  }

  private static boolean isCalled(String code, String name) {
    Locale country = Locale.of("", code);
    return country.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(name)
        || country.getISO3Country().equalsIgnoreCase(name);
  }

  private static @Nullable String membership(String cell, List<String> problems) {
    String text = cell.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    if (has(text, "former", "inactive", "removed", "moved", "deceased", "transferred", "archived")) {
      return "former";
    }
    if (has(text, "non-member", "non member", "nonmember", "attend", "regular", "participant")) {
      return "attender";
    }
    if (has(text, "visit", "guest", "first", "prospect", "newcomer")) {
      return "visitor";
    }
    if (has(text, "member")) {
      return "member";
    }
    problems.add(
        "\"%s\" is not a membership: use member, attender, visitor or former, or leave the column out"
            .formatted(cell));
    return null;
  }

  private static @Nullable String role(String cell) {
    String text = cell.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    if (has(text, "head", "primary", "adult 1")) {
      return "head";
    }
    if (has(text, "spouse", "wife", "husband", "partner")) {
      return "spouse";
    }
    return has(text, "child", "son", "daughter", "kid", "minor") ? "child" : "other";
  }

  private static boolean has(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable UUID unit(String cell, List<String> problems) {
    if (cell.isEmpty()) {
      return null;
    }
    Unit unit = context.units().named(cell);
    if (unit == null) {
      problems.add(
          "There is no unit called %s, or more than one: use the name it has here".formatted(cell));
      return null;
    }
    return unit.id().value();
  }

  /** An empty list for the problems of a row. */
  static List<String> problems() {
    return new ArrayList<>(2);
  }
}
