package org.verger.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.imports.Cells;
import org.verger.imports.FileField;
import org.verger.imports.ImportContext;
import org.verger.imports.file.Row;
import org.verger.imports.values.BooleanReader;
import org.verger.imports.values.DateReader;
import org.verger.imports.values.EmailReader;
import org.verger.imports.values.NameReader;
import org.verger.imports.values.PersonName;
import org.verger.imports.values.PhoneReader;
import org.verger.imports.values.TextReader;
import org.verger.messages.EmailAddress;
import org.verger.messages.PhoneNumber;
import org.verger.organisation.Unit;

/** Reads the person and the family of a row. */
final class PersonReader {

  private static final String[] CHILDREN = {
    "child", "children", "son", "daughter", "stepson", "stepdaughter", "kid", "kids", "minor"
  };
  private static final String[] FORMER = {
    "former", "inactive", "removed", "moved", "deceased", "transferred", "archived"
  };

  private final ImportContext context;
  private final Fields fields;
  private final DateReader birthDates;
  private final DateReader joinDates;
  private final PhoneReader phones;
  private final TextReader texts = new TextReader();
  private final NameReader names = new NameReader();
  private final EmailReader emails = new EmailReader();
  private final BooleanReader booleans = new BooleanReader();

  PersonReader(ImportContext context) {
    this.context = context;
    this.fields = new Fields(context);
    this.birthDates = context.dates("birthDate");
    this.joinDates = context.dates("joinedOn");
    this.phones = new PhoneReader(context.tenant().region());
  }

  /** The fields of the file. */
  private static final class Fields {
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

    Fields(ImportContext context) {
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
        email(row, problems),
        phone(row, problems),
        language(fields.language.of(row)),
        birthDate(row, problems),
        membership(fields.membership.of(row), problems),
        Cells.read(joinDates, fields.joinedOn.of(row), problems),
        role(fields.householdRole.of(row)),
        unit(fields.unit.of(row), problems),
        Cells.orNull(fields.externalId.of(row)),
        Cells.read(booleans, fields.sms.of(row), problems),
        Cells.read(booleans, fields.mail.of(row), problems));
  }

  private @Nullable String email(Row row, List<String> problems) {
    EmailAddress email = Cells.read(emails, fields.email.of(row), problems);
    return email == null ? null : email.value();
  }

  private @Nullable String phone(Row row, List<String> problems) {
    PhoneNumber phone = Cells.read(phones, fields.phone.of(row), problems);
    return phone == null ? null : phone.value();
  }

  private PersonName name(Row row, List<String> problems) {
    String given = clean(fields.given.of(row), problems);
    String family = clean(fields.family.of(row), problems);
    if (given.isEmpty() && family.isEmpty()) {
      PersonName name = Cells.read(names, fields.full.of(row), problems);
      if (name == null && problems.isEmpty()) {
        problems.add("The name is missing");
      }
      return name == null ? new PersonName("", "") : name;
    }
    return new PersonName(given, family);
  }

  private @Nullable LocalDate birthDate(Row row, List<String> problems) {
    LocalDate date = Cells.read(birthDates, fields.birthDate.of(row), problems);
    if (date != null && date.isAfter(context.today())) {
      problems.add("The birth date %s is in the future".formatted(date));
    }
    return date;
  }

  /** The family of a row. */
  FileHouseholds.Given household(Row row, List<String> problems) {
    return new FileHouseholds.Given(
        Cells.orNull(fields.householdId.of(row)),
        clean(fields.householdName.of(row), problems),
        clean(fields.street.of(row), problems),
        clean(fields.city.of(row), problems),
        clean(fields.region.of(row), problems),
        clean(fields.postalCode.of(row), problems),
        Countries.code(fields.country.of(row)));
  }

  private String clean(String cell, List<String> problems) {
    String text = Cells.read(texts, cell, problems);
    return text == null ? "" : text;
  }

  private @Nullable String language(String cell) {
    String code = cell.toLowerCase(Locale.ROOT);
    return context.tenant().languages().contains(code) ? code : null;
  }

  private static @Nullable String membership(String cell, List<String> problems) {
    String text = words(cell);
    if (text.isBlank()) {
      return null;
    }
    if (begins(text, FORMER)) {
      return "former";
    }
    if (begins(text, "non member", "nonmember", "attend", "regular", "participant")) {
      return "attender";
    }
    if (begins(text, "visit", "guest", "first", "prospect", "newcomer")) {
      return "visitor";
    }
    if (begins(text, "member")) {
      return "member";
    }
    problems.add(
        "\"%s\" is not a membership: use member, attender, visitor or former, or leave the column out"
            .formatted(cell));
    return null;
  }

  private static boolean begins(String text, String... beginnings) {
    for (String beginning : beginnings) {
      if (text.contains(" " + beginning)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String role(String cell) {
    String text = words(cell);
    // A column that says who the first of the family is has yes and no in it.
    if (text.isBlank() || text.equals(" false ") || text.equals(" no ")) {
      return null;
    }
    if (has(text, "true", "yes", "head", "primary", "adult 1")) {
      return "head";
    }
    if (has(text, "spouse", "wife", "husband", "partner")) {
      return "spouse";
    }
    return has(text, CHILDREN) ? "child" : "other";
  }

  // Between blanks, so that only whole words are found.
  private static String words(String cell) {
    return " " + cell.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private static boolean has(String text, String... words) {
    for (String word : words) {
      if (text.contains(" " + word + " ")) {
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
}
