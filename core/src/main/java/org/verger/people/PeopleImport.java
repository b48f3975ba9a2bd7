package org.verger.people;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext;
import org.verger.imports.ImportFile;
import org.verger.imports.Lines;
import org.verger.imports.MergedConsents;
import org.verger.imports.MergedTable;
import org.verger.imports.Parent;
import org.verger.imports.RecordImport;
import org.verger.imports.RowJudge;
import org.verger.organisation.Area;

/** Imports people with their families. */
@Component
class PeopleImport implements RecordImport {

  private static final MergedTable PEOPLE =
      MergedTable.withId(
          "person",
          "import_person",
          Map.of("created_at", ":now"),
          "given_name",
          "family_name",
          "email",
          "phone",
          "language",
          "birth_date",
          "membership",
          "joined_on",
          "household_id",
          "household_role",
          "unit_id",
          "external_id");

  static final MergedTable HOUSEHOLDS =
      MergedTable.withId(
          "household",
          "import_household",
          Map.of("created_at", ":now"),
          "name",
          "street",
          "city",
          "region",
          "postal_code",
          "country",
          "external_id");

  private final JdbcClient jdbc;
  private final MergedConsents consents;

  PeopleImport(JdbcClient jdbc, MergedConsents consents) {
    this.jdbc = jdbc;
    this.consents = consents;
  }

  @Override
  public String kind() {
    return "people";
  }

  @Override
  public Area area() {
    return Area.MEMBER_DATA;
  }

  @Override
  public MergedTable rows() {
    return PEOPLE;
  }

  @Override
  public List<String> noted() {
    return List.of("sms_consent", "email_consent");
  }

  @Override
  public List<Parent> parents() {
    return List.of(new Parent(HOUSEHOLDS, "household_id"));
  }

  @Override
  public RowJudge judge(ImportContext context) {
    return new PersonJudge(context, KnownPeople.load(jdbc), FileHouseholds.load(jdbc));
  }

  @Override
  public void settle(ImportContext context) {
    consents.settle(context, PEOPLE);
  }

  @Override
  public void merged(ImportFile file, Lines lines) {
    consents.keep(file, PEOPLE, lines);
  }

  @Override
  public void undone(ImportFile file) {
    consents.takeBack(file);
  }
}
