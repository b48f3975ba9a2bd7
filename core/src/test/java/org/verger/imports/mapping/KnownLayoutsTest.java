package org.verger.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verger.imports.file.Tables;
import org.verger.imports.file.Tables.Table;

class KnownLayoutsTest {

  static Stream<KnownLayout> layouts() {
    return KnownLayouts.all().stream();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aFileOfEachSystemIsRecognisedAndFitToBeImported(KnownLayout layout) {
    Table table = Tables.resource("layouts/" + layout.code() + ".csv");
    ImportKind kind = ImportKinds.find(layout.kind()).orElseThrow();

    assertThat(KnownLayouts.recognise(table.header())).contains(layout);
    Mapping mapping = Mappings.propose(kind, table.header(), table.rows());
    assertThat(mapping.layout()).isEqualTo(layout.code());
    assertThat(mapping.fundColumns()).isEmpty();
    boolean complete = !layout.code().startsWith("rock-") || layout.kind().equals("people");
    if (complete) {
      assertThat(mapping.problems(kind)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void eachLayoutSaysWhereItIsFromAndNamesFieldsThatThereAre(KnownLayout layout) {
    ImportKind kind = ImportKinds.find(layout.kind()).orElseThrow();
    assertThat(layout.sources()).isNotEmpty().allMatch(source -> source.startsWith("https://"));
    assertThat(layout.documentedBy()).isIn("maker", "others");
    assertThat(layout.columns().values()).allMatch(code -> kind.field(code).isPresent());
    assertThat(kind.fields()).extracting(ImportField::code).doesNotHaveDuplicates();
  }

  @Test
  void systemsOfSixMakersAreKnown() {
    assertThat(KnownLayouts.all())
        .extracting(KnownLayout::system)
        .map(system -> system.split("[ ,]")[0])
        .contains("Planning", "Rock", "Elvanto", "Church", "ChurchCRM", "Breeze", "Pushpay", "ACS");
  }

  @Test
  void severalColumnsOfOneFieldStandInTheOrderOfPreference() {
    Table table = Tables.resource("layouts/planning-center-people.csv");
    Mapping mapping =
        Mappings.propose(ImportKinds.find("people").orElseThrow(), table.header(), table.rows());
    assertThat(mapping.columnsOf("phone", table.header())).containsExactly(16, 17);
    assertThat(mapping.columnsOf("givenName", table.header())).containsExactly(3, 2);
    assertThat(mapping.columnsOf("unit", table.header())).isEmpty();
  }

  @Test
  void capitalsAndOrderOfColumnsDoNotMatter() {
    Table table =
        Tables.text(
            "method,FUND(S),amount,DATE,last name,First Name,person id\n"
                + "Cash,General,5,1/4/2026,Lee,Ann,7\n");
    assertThat(KnownLayouts.recognise(table.header()))
        .map(KnownLayout::code)
        .contains("breeze-giving");
  }

  @Test
  void aLayoutOfAnotherKindIsNotUsed() {
    Table table = Tables.resource("layouts/breeze-giving.csv");
    Mapping mapping =
        Mappings.propose(ImportKinds.find("people").orElseThrow(), table.header(), table.rows());
    assertThat(mapping.layout()).isNull();
    assertThat(mapping.fields()).containsEntry("First Name", "givenName");
  }

  @Test
  void columnsAreMappedByTheirNames() {
    Table table =
        Tables.text(
            "E-MAIL address,Given_Name,SURNAME,Cell Phone,D.O.B.,Zip code,Colour\n"
                + "a@example.org,Ann,Lee,312-555-0101,1/4/1990,60601,red\n");
    Mapping mapping =
        Mappings.propose(ImportKinds.find("people").orElseThrow(), table.header(), table.rows());
    assertThat(mapping.fields())
        .containsOnly(
            Map.entry("E-MAIL address", "email"), Map.entry("Given_Name", "givenName"),
            Map.entry("SURNAME", "familyName"), Map.entry("Cell Phone", "phone"),
            Map.entry("D.O.B.", "birthDate"), Map.entry("Zip code", "postalCode"));
  }

  @Test
  void aFamilyNameBesideALastNameIsThatOfTheHousehold() {
    Table table =
        Tables.text(
            "First Name,Last Name,Family Name,Mobile Phone,Email Address\n"
                + "Ann,Lee,Lee Family,1,a@example.org\n");
    Mapping mapping =
        Mappings.propose(ImportKinds.find("people").orElseThrow(), table.header(), table.rows());
    assertThat(mapping.fields())
        .containsEntry("Last Name", "familyName")
        .containsEntry("Family Name", "householdName");
  }

  @Test
  void columnsOfAmountsAreFundsWhenThereIsNoAmount() {
    Table table = Tables.resource("ugly/wide-funds.csv");
    Mapping mapping =
        Mappings.propose(
            ImportKinds.find("contributions").orElseThrow(), table.header(), table.rows());
    assertThat(mapping.fundColumns()).containsExactly("General Fund", "Missions", "Building");
    assertThat(mapping.fields().entrySet())
        .extracting(Map.Entry::getKey, Map.Entry::getValue)
        .containsExactlyInAnyOrder(
            tuple("Date", "givenOn"),
            tuple("Envelope #", "personExternalId"),
            tuple("Giver", "person"));
    assertThat(mapping.problems(ImportKinds.find("contributions").orElseThrow())).isEmpty();
  }

  @Test
  void whatIsMissingIsSaid() {
    Mapping none = new Mapping(Map.of(), List.of(), null);
    assertThat(none.problems(ImportKinds.find("contributions").orElseThrow()))
        .containsExactly("Say which column is the date", "Say which column is the amount");
    assertThat(none.problems(ImportKinds.find("people").orElseThrow()))
        .containsExactly("Say which column is the first name or the last name or the full name");
  }

  @Test
  void eachKindHasItsFields() {
    assertThat(ImportKinds.all())
        .extracting(ImportKind::code)
        .containsExactly("people", "guests", "contributions", "attendance", "groups", "events");
    assertThat(ImportKinds.all())
        .allSatisfy(
            kind ->
                assertThat(kind.oneOf())
                    .allSatisfy(
                        some -> assertThat(some).allMatch(code -> kind.field(code).isPresent())));
  }
}
