package org.verger.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.imports.Cells;
import org.verger.imports.FileField;
import org.verger.imports.ImportContext;
import org.verger.imports.file.Row;
import org.verger.imports.values.EmailReader;
import org.verger.imports.values.NameReader;
import org.verger.imports.values.PersonName;
import org.verger.imports.values.PhoneReader;
import org.verger.messages.EmailAddress;
import org.verger.messages.PhoneNumber;

/** Whom the rows of a file mean that are about something else, such as a gift. */
public final class PersonReferences {

  private static final int MOST_REMEMBERED = 100_000;

  private final KnownPeople people;
  private final FileField externalId;
  private final FileField given;
  private final FileField family;
  private final FileField full;
  private final FileField email;
  private final FileField phone;
  private final NameReader names = new NameReader();
  private final EmailReader emails = new EmailReader();
  private final PhoneReader phones;
  private final Map<String, PersonReference.Match> remembered = new HashMap<>();

  public PersonReferences(ImportContext context, KnownPeople people) {
    this(context, people, "person");
  }

  /**
   * For a kind of file that calls them something else.
   *
   * @param called the code of the field with their whole name; that with their id begins with it
   */
  public PersonReferences(ImportContext context, KnownPeople people, String called) {
    this.people = people;
    this.externalId = context.field(called + "ExternalId");
    this.given = context.field("givenName");
    this.family = context.field("familyName");
    this.full = context.field(called);
    this.email = context.field("email");
    this.phone = context.field("phone");
    this.phones = new PhoneReader(context.tenant().region());
  }

  /**
   * Whom a row means.
   *
   * @param problems takes what cannot be read
   * @return null when it names nobody
   */
  public PersonReference.@Nullable Match of(Row row, List<String> problems) {
    String id = externalId.of(row);
    String first = given.of(row);
    String last = family.of(row);
    String whole = full.of(row);
    String mail = email.of(row);
    String number = phone.of(row);
    if (id.isEmpty()
        && first.isEmpty()
        && last.isEmpty()
        && isNobody(whole)
        && mail.isEmpty()
        && number.isEmpty()) {
      return null;
    }
    String key = String.join("\u0000", id, first, last, whole, mail, number);
    PersonReference.Match known = remembered.get(key);
    if (known != null) {
      return known;
    }
    PersonName name = first.isEmpty() && last.isEmpty() ? name(whole) : new PersonName(first, last);
    PersonReference.Match match =
        new PersonReference(
                id.isEmpty() ? null : id,
                name.given(),
                name.family(),
                email(mail, problems),
                phone(number, problems))
            .in(people);
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(key, match);
    }
    return match;
  }

  private static boolean isNobody(String name) {
    return name.isEmpty() || name.equalsIgnoreCase("anonymous");
  }

  private PersonName name(String whole) {
    PersonName name = whole.isEmpty() ? null : names.read(whole).orNull();
    return name == null ? new PersonName("", "") : name;
  }

  private @Nullable String email(String cell, List<String> problems) {
    EmailAddress email = Cells.read(emails, cell, problems);
    return email == null ? null : email.value();
  }

  private @Nullable String phone(String cell, List<String> problems) {
    PhoneNumber phone = Cells.read(phones, cell, problems);
    return phone == null ? null : phone.value();
  }
}
