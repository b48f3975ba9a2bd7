package org.verger.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.imports.ImportContext.RowKey;
import org.verger.messages.Channel;
import org.verger.messages.Consents;
import org.verger.messages.StopList;
import org.verger.organisation.Level;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;

class PeopleImportTest extends ImportTest {

  private static final String HEADER =
      "First Name,Last Name,Email,Mobile,Birthdate,Household Name,Address,City,Zip,Campus,Person"
          + " ID";
  private static final String RUTH =
      "Ruth,Boaz,ruth@example.org,(312) 555-0101,4/9/1985,Boaz,12 Field"
          + " Rd,Chicago,60601,Chicago,17";
  private static final String OBED =
      "Obed,Boaz,,,1/2/2015,Boaz,12 Field Rd,Chicago,60601,Chicago,18";

  @Autowired StopList stops;
  @Autowired Consents consents;
  @Autowired OldImports old;
  @Autowired Staging staging;

  @Test
  void nothingIsThereBeforeItIsApplied() {
    Map<String, String> before = everything();
    ImportFile file = reads("people", HEADER, RUTH, OBED);
    assertThat(file.status()).isEqualTo(ImportStatus.READY);
    assertCounts(file, 2, 0, 0, 0, 0);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void appliedItBringsPeopleWithTheirFamily() {
    ImportFile file = applies(reads("people", HEADER, RUTH, OBED));
    assertThat(file.status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(
            church.count(
                """
                SELECT count(*) FROM person p JOIN household h ON h.id = p.household_id JOIN unit u ON u.id = p.unit_id
                WHERE p.family_name = 'Boaz' AND h.name = 'Boaz' AND h.street = '12 Field Rd' AND u.name = 'Chicago'
                """))
        .isEqualTo(2);
    assertThat(church.count("SELECT count(*) FROM household")).isEqualTo(1);
    assertThat(
            church.count(
                """
                SELECT count(*) FROM person WHERE phone = '+13125550101' AND birth_date = '1985-04-09'
                  AND email = 'ruth@example.org' AND external_id = '17'
                """))
        .isEqualTo(1);
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    applies(reads("people", HEADER, RUTH, OBED));
    Map<String, String> before = everything();
    ImportFile twice = reads("people", HEADER, RUTH, OBED);
    assertCounts(twice, 0, 0, 2, 0, 0);
    applies(twice);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whatTheFileSaysDifferentlyIsShownAndChangedAndWhatItLeavesOutStays() {
    applies(reads("people", HEADER, RUTH));
    ImportFile moved =
        reads(
            "people",
            "First Name,Last Name,Email,Mobile,Person ID",
            "Ruth,Boaz,ruth.boaz@example.org,,17");
    assertCounts(moved, 0, 1, 0, 0, 0);
    assertThat(rows(moved, RowAction.CHANGED).getFirst().changes())
        .containsExactly(
            new PreviewRow.Change("Email", "ruth@example.org", "ruth.boaz@example.org"));
    applies(moved);
    assertThat(
            church.count(
                "SELECT count(*) FROM person WHERE email = 'ruth.boaz@example.org' AND phone ="
                    + " '+13125550101'"))
        .isEqualTo(1);
  }

  @Test
  void undoRestoresExactly() {
    applies(reads("people", HEADER, RUTH));
    Map<String, String> before = everything();
    ImportFile second =
        applies(
            reads(
                "people",
                HEADER,
                RUTH.replace("12 Field Rd", "1 Gate St").replace("ruth@", "r@"),
                OBED.replace("12 Field Rd", "1 Gate St"),
                "Naomi,Mara,naomi@example.org,,,Mara,2 Well Ln,Chicago,60602,Chicago,19"));
    assertThat(everything()).isNotEqualTo(before);
    assertThat(undoes(second).status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void undoingIsRefusedWhenSomebodyChangedARecordSince() {
    ImportFile file = applies(reads("people", HEADER, RUTH));
    church.update(
        "UPDATE person SET phone = '+13125550199', version = version + 1 WHERE external_id = '17'");
    Map<String, String> before = everything();
    ImportFile refused = undoes(file);
    assertThat(refused.status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(refused.problem()).contains("changed after it");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void undoingIsRefusedWhenOtherRecordsReferToIt() {
    ImportFile file = applies(reads("people", HEADER, RUTH));
    applies(reads("contributions", "Date,Amount,Fund,Person ID", "2026-11-01,20,General,17"));
    ImportFile refused = undoes(file);
    assertThat(refused.status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(refused.problem()).contains("Other records refer");
    assertThat(church.count("SELECT count(*) FROM person WHERE external_id = '17'")).isEqualTo(1);
  }

  @Test
  void whoMayBeSomebodyElseIsPutBeforeAPerson() {
    applies(reads("people", HEADER, RUTH));
    UUID ruth =
        church.call(
            () ->
                church
                    .transactions()
                    .execute(
                        open ->
                            jdbc.sql("SELECT id FROM person WHERE external_id = '17'")
                                .query(UUID.class)
                                .single()));
    ImportFile file = reads("people", "First Name,Last Name,Email", "Ruth,Boaz,other@example.org");
    assertCounts(file, 0, 0, 0, 1, 0);
    assertThat(rows(file, RowAction.DUPLICATE).getFirst().candidates())
        .extracting(PreviewRow.Candidate::id)
        .containsExactly(ruth);

    assertCounts(
        decides(file, Map.of(new RowKey(2, 0), new RowChoice.SameAs(ruth))), 0, 1, 0, 0, 0);
    assertCounts(decides(file, Map.of(new RowKey(2, 0), new RowChoice.New())), 1, 0, 0, 0, 0);
    assertCounts(decides(file, Map.of(new RowKey(2, 0), new RowChoice.LeaveOut())), 0, 0, 1, 0, 0);
  }

  @Test
  void anUndecidedDuplicateIsNotAppliedAndComesBack() {
    applies(reads("people", HEADER, RUTH));
    ImportFile file = reads("people", "First Name,Last Name,Email", "Ruth,Boaz,other@example.org");
    applies(file);
    assertThat(church.count("SELECT count(*) FROM person WHERE family_name = 'Boaz'")).isEqualTo(1);
    assertThat(rejectsOf(file)).contains("other@example.org", "Likely somebody who is known");
  }

  @Test
  void membersOfOneFamilyWithOneAddressAreNoDuplicates() {
    applies(reads("people", "First Name,Last Name,Email", "Ruth,Boaz,family@example.org"));
    assertCounts(
        reads("people", "First Name,Last Name,Email", "Obed,Boaz,family@example.org"),
        1,
        0,
        0,
        0,
        0);
  }

  @Test
  void fatherAndSonOfOneNameAreToldApartByTheirBirthday() {
    applies(reads("people", "First Name,Last Name,Birthdate", "John,Mark,1950-01-01"));
    assertCounts(
        reads("people", "First Name,Last Name,Birthdate", "John,Mark,1980-01-01"), 1, 0, 0, 0, 0);
  }

  @Test
  void rejectsComeBackWithLineAndReasonAndCanBeSentAlone() {
    ImportFile file =
        reads(
            "people",
            "First Name,Last Name,Birthdate,Mobile",
            "Ruth,Boaz,1985-04-09,",
            "Obed,Boaz,31/02/2015,",
            "=cmd(),Bad,,12");
    assertThat(file.counts().newRows()).isEqualTo(1);
    assertThat(file.counts().rejected()).isEqualTo(2);
    applies(file);
    String rejected = rejectsOf(file);
    assertThat(rejected.lines().findFirst())
        .contains("First Name,Last Name,Birthdate,Mobile,Verger line,Verger reason");
    assertThat(rejected).contains("Obed,Boaz,31/02/2015,,3,").contains("'=cmd(),Bad");

    ImportFile again =
        reads(
            "people",
            rejected
                .replace("31/02/2015", "2015-02-28")
                .replace(",12,", ",3125550188,")
                .split("\r?\n"));
    assertCounts(again, 2, 0, 0, 0, 0);
  }

  @Test
  void whoSaidStopIsNotSubscribedAgain() {
    church.run(() -> stops.add("+13125550101", "sms"));
    church.run(() -> consents.record(Channel.EMAIL, "ruth@example.org", false, "connect-form"));
    applies(
        reads(
            "people",
            "First Name,Last Name,Email,Mobile,SMS Opt In,Email Opt In",
            "Ruth,Boaz,ruth@example.org,(312) 555-0101,yes,yes",
            "Obed,Boaz,obed@example.org,(312) 555-0102,yes,no"));
    assertThat(church.count("SELECT count(*) FROM message_stop")).isEqualTo(1);
    assertThat(
            church.count(
                "SELECT count(*) FROM message_consent WHERE granted AND address LIKE 'ruth%'"))
        .isZero();
    assertThat(
            church.count(
                "SELECT count(*) FROM message_consent WHERE granted AND address = '+13125550101'"))
        .isZero();
    assertThat(
            church.count(
                "SELECT count(*) FROM message_consent WHERE granted AND address = '+13125550102'"))
        .isEqualTo(1);
  }

  @Test
  void rowsOfUnitsBeyondReachAreRejected() {
    PersonId leader = somebody("Lea", Role.CAMPUS_ADMINISTRATOR, campus.id());
    ImportFile file =
        reads(
            new NewImport("people", "people.csv", campus.id().value(), true, false),
            leader,
            "First Name,Last Name,Campus",
            "Ruth,Boaz,Chicago",
            "Naomi,Mara,Midwest",
            "Orpah,Moab,");
    assertThat(file.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 1));
  }

  @Test
  void theAddressOfSomebodyWhoHoldsARoleIsChangedByOperatorsOnly() {
    applies(reads("people", HEADER, RUTH));
    church.update(
        """
        INSERT INTO role_holding (id, person_id, unit_id, role, since)
        SELECT gen_random_uuid(), id, unit_id, 'campus-leader', now() FROM person WHERE external_id = '17'
        """);
    PersonId leader = somebody("Lea", Role.CAMPUS_ADMINISTRATOR, campus.id());
    String changed = RUTH.replace("ruth@", "elsewhere@");
    ImportFile refused =
        reads(
            new NewImport("people", "people.csv", campus.id().value(), true, false),
            leader,
            HEADER,
            changed);
    assertThat(refused.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 1));
    assertCounts(reads("people", HEADER, changed), 0, 1, 0, 0, 0);
  }

  @Test
  void whoHasNoRightCannotImport() {
    PersonId member = somebody("Mo", Role.MEMBER, campus.id());
    assertThatThrownBy(
            () -> reads(new NewImport("people", "p.csv", null, true, false), member, HEADER, RUTH))
        .isInstanceOf(NotAllowedException.class);
    ImportFile file = reads("people", HEADER, RUTH);
    PersonId leader = somebody("Lea", Role.CAMPUS_ADMINISTRATOR, campus.id());
    assertThatThrownBy(() -> church.call(() -> access.require(file.id(), leader)))
        .isInstanceOf(UnknownImportException.class);
  }

  @Test
  void aFileWhoseRecordsChangedMeanwhileIsNotAppliedOverThem() {
    applies(reads("people", HEADER, RUTH));
    ImportFile file = reads("people", HEADER, RUTH.replace("ruth@", "r@"), OBED);
    church.update(
        "UPDATE person SET phone = '+13125550199', version = version + 1 WHERE external_id = '17'");
    Map<String, String> before = everything();
    ImportFile failed = applies(file);
    assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(failed.problem()).contains("Read it again");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void afterItsTimeTheFileIsForgottenAndTheRecordsStay() {
    ImportFile file = applies(reads("people", HEADER, RUTH, "X,Y,not an address,,,,,,,,"));
    Map<String, String> before = everything();
    church.run(() -> assertThat(old.forget(file.createdAt(), 10)).isZero());
    church.run(() -> assertThat(old.forget(file.createdAt().plusSeconds(1), 10)).isEqualTo(1));
    church.run(() -> assertThat(old.forget(file.createdAt().plusSeconds(1), 10)).isZero());
    assertThat(everything()).isEqualTo(before);
    assertThat(
            church.count("SELECT count(*) FROM import_part")
                + church.count("SELECT count(*) FROM import_person"))
        .isZero();
    assertThatThrownBy(() -> undoes(file)).isInstanceOf(ImportStateException.class);
    assertThatThrownBy(() -> rejectsOf(file)).isInstanceOf(ImportStateException.class);
  }

  @Test
  void aRowThatRepeatsAnotherIsTheSame() {
    assertCounts(reads("people", HEADER, RUTH, RUTH), 1, 0, 1, 0, 0);
  }

  private static final String SHORT = "First Name,Last Name,Email,Mobile,Person ID";

  @Test
  void twoRowsAboutOneKnownPersonChangeThemOnce() {
    applies(reads("people", SHORT, "Ann,Lee,ann@example.org,,"));
    Map<String, String> before = everything();
    String phone = "Ann,Lee,ann@example.org,3125550101,";
    ImportFile file =
        reads("people", SHORT, phone, phone, phone.replace("0101", "0102"), "Ann,Lee,,,");
    assertCounts(file, 0, 1, 1, 2, 0);
    assertThat(rows(file, RowAction.SAME).getFirst().reason()).isEqualTo("Repeats line 2");
    assertThat(rows(file, RowAction.DUPLICATE).getFirst().reason())
        .contains("something else of the person on line 2");
    ImportFile applied = applies(file);
    assertThat(applied.status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(church.count("SELECT count(*) FROM person WHERE phone = '+13125550101'"))
        .isEqualTo(1);
    undoes(applied);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void twoRowsAboutOneKnownPersonChangeThemOnceInPartsToo() {
    applies(reads("people", SHORT, "Ann,Lee,ann@example.org,,"));
    ImportFile file =
        appliesInParts(
            "people",
            SHORT,
            "Ann,Lee,ann@example.org,3125550101,",
            "Ann,Lee,ann@example.org,3125550102,",
            "Bea,Lee,bea@example.org,,");
    assertThat(file.status()).isEqualTo(ImportStatus.APPLIED);
    assertCounts(file, 1, 1, 0, 1, 0);
    assertThat(church.count("SELECT count(*) FROM person WHERE family_name = 'Lee'")).isEqualTo(2);
    assertThat(rejectsOf(file)).contains("3125550102");
  }

  @Test
  void motherAndDaughterOfOneNameAndAddressStayTwo() {
    applies(reads("people", SHORT, "Ann,Lee,ann@example.org,,"));
    applies(reads("people", SHORT, "Ann,Lee,ann@example.org,,7", "Ann,Lee,ann@example.org,,8"));
    assertThat(
            church.count(
                "SELECT count(DISTINCT external_id) FROM person WHERE family_name = 'Lee'"))
        .isEqualTo(2);
  }

  @Test
  void noRecordIsChangedByTwoRowsWhateverTheJudgeSaid() {
    applies(reads("people", SHORT, "Ann,Lee,,,7", "Bea,Lee,,,8"));
    ImportFile file =
        reads("people", SHORT, "Ann,Lee,ann@example.org,,7", "Bea,Lee,bea@example.org,,8");
    church.update(
        "UPDATE import_person s SET target_id = (SELECT id FROM person WHERE external_id = '7')"
            + " WHERE import_id = ?",
        file.id().value());
    church.run(
        () ->
            church
                .transactions()
                .executeWithoutResult(open -> staging.once(file.id(), access.kind("people"))));
    assertThat(rows(file, RowAction.CHANGED)).hasSize(1);
    assertThat(rows(file, RowAction.DUPLICATE).getFirst().reason())
        .contains("Line 2 changes the same record");
  }

  private static final String ASKED = SHORT + ",SMS Opt In";

  @Test
  void anAnswerOfSomebodyWhoIsOtherwiseTheSameIsAChange() {
    String ruth = "Ruth,Boaz,,3125550101,17";
    applies(reads("people", ASKED, ruth + ",yes"));
    Map<String, String> before = everything();
    ImportFile file = reads("people", ASKED, ruth + ",no", ruth + ",no");
    assertCounts(file, 0, 1, 1, 0, 0);
    assertThat(rows(file, RowAction.CHANGED).getFirst().reason()).contains("written to");
    applies(file);
    assertThat(church.call(() -> consents.of("+13125550101")))
        .extracting(Consents.Consent::granted)
        .containsExactly(false, true);
    assertCounts(reads("people", ASKED, ruth + ",no"), 0, 0, 1, 0, 0);
    assertCounts(reads("people", ASKED, ruth + ",yes"), 0, 0, 1, 0, 0);
    undoes(file);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void ofTwoAnswersForOnePhoneTheNoCounts() {
    applies(reads("people", ASKED, "Ruth,Boaz,,3125550101,17,no", "Obed,Boaz,,3125550101,18,yes"));
    assertThat(church.call(() -> consents.of("+13125550101")))
        .extracting(Consents.Consent::granted)
        .containsExactly(false);
    ImportFile repeated =
        reads("people", ASKED, "Naomi,Mara,,3125550102,19,yes", "Naomi,Mara,,3125550102,19,no");
    assertCounts(repeated, 1, 0, 1, 0, 0);
    applies(repeated);
    assertThat(church.call(() -> consents.of("+13125550102")))
        .extracting(Consents.Consent::granted)
        .containsExactly(false);
  }

  private static final String FAMILY = "First Name,Last Name,Household Name,Address,Zip,Campus";

  @Test
  void aFamilyOfAnotherCampusIsNeitherChangedNorJoined() {
    church.run(() -> units.create(root.id(), Level.CAMPUS, "Aurora"));
    applies(
        reads(
            "people",
            FAMILY,
            "Ruth,Boaz,Boaz,12 Field Rd,60601,Aurora",
            "Naomi,Mara,Mara,2 Well Ln,60602,Aurora",
            "Orpah,Mara,Mara,2 Well Ln,60602,Chicago"));
    Map<String, String> before = everything();
    PersonId leader = somebody("Lea", Role.CAMPUS_ADMINISTRATOR, campus.id());
    ImportFile file =
        reads(
            new NewImport("people", "people.csv", campus.id().value(), true, false),
            leader,
            "First Name,Last Name,Household Name,Address,Zip,City",
            "Obed,Boaz,Boaz,12 Field Rd,60601,",
            "Ada,Mara,Mara,2 Well Ln,60602,Joliet",
            "Eve,Mara,Mara,2 Well Ln,60602,");
    assertThat(file.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 2));
    assertThat(rows(file, RowAction.REJECTED))
        .allMatch(row -> String.valueOf(row.reason()).contains("Members of this family"));
    applies(file);
    assertThat(everything().get("household")).isEqualTo(before.get("household"));
  }

  private static final String BORN = "First Name,Last Name,Email,Birthdate,Person ID";

  @Test
  void theIdOfAnotherSystemIsNobodyUnlessTheRowAgrees() {
    applies(
        reads(
            "people",
            BORN,
            "John,Smith,john@example.org,1980-01-01,12",
            "Ruth,Moab,ruth@example.org,1985-04-09,13",
            "Ada,Mara,,1990-01-01,14"));
    ImportFile file =
        reads(
            "people",
            BORN,
            "Mary,Smith,,,12",
            "Ruth,Boaz,,1985-04-09,13",
            "Ada,Mara,,1950-01-01,14");
    assertCounts(file, 0, 1, 0, 2, 0);
    assertThat(rows(file, RowAction.DUPLICATE))
        .allMatch(row -> row.candidates().size() == 1)
        .allMatch(row -> String.valueOf(row.reason()).contains("somebody else here"));
  }

  @Test
  void couplesWithOneIdStayTwo() {
    ImportFile file =
        reads(
            "people", BORN, "John,Smith,smith@example.org,,12", "Mary,Smith,smith@example.org,,12");
    assertCounts(file, 1, 0, 0, 1, 0);
  }

  @Test
  void whoIsDecidedToBeNewOrSomebodyLeavesTheIdToWhomItBelongs() {
    applies(reads("people", BORN, "John,Smith,,,12", "Mary,Jones,,1970-01-01,"));
    UUID mary = id("SELECT id FROM person WHERE given_name = 'Mary'");
    ImportFile file =
        reads("people", BORN, "Eva,Adams,eva@example.org,,12", "Mary,Green,m@example.org,,12");
    assertCounts(file, 0, 0, 0, 2, 0);
    ImportFile applied =
        applies(
            decides(
                file,
                Map.of(
                    new RowKey(2, 0),
                    new RowChoice.New(),
                    new RowKey(3, 0),
                    new RowChoice.SameAs(mary))));
    assertThat(applied.status()).isEqualTo(ImportStatus.APPLIED);
    assertCounts(applied, 1, 1, 0, 0, 0);
    assertThat(
            church.count(
                "SELECT count(*) FROM person WHERE external_id = '12' AND given_name = 'John'"))
        .isEqualTo(1);
    assertThat(
            church.count(
                "SELECT count(*) FROM person WHERE external_id IS NULL AND family_name IN ('Adams',"
                    + " 'Green')"))
        .isEqualTo(2);
  }

  @Test
  void theFamilyIdOfAnotherSystemRenamesNobodysFamily() {
    String header = "First Name,Last Name,Email,Household ID,Household Name,Address,Zip";
    applies(reads("people", header, "Ruth,Boaz,ruth@example.org,12,Boaz,12 Field Rd,60601"));
    String[] strangers = {
      header,
      "Ada,Mara,ada@example.org,12,Mara,2 Well Ln,60602",
      "Eve,Mara,eve@example.org,12,Mara,2 Well Ln,60602"
    };
    applies(reads("people", strangers));
    assertThat(
            church.count(
                "SELECT count(*) FROM household WHERE name = 'Boaz' AND street = '12 Field Rd' AND"
                    + " external_id = '12'"))
        .isEqualTo(1);
    assertThat(
            church.count(
                "SELECT count(DISTINCT household_id) FROM person WHERE family_name = 'Mara'"))
        .isEqualTo(1);
    assertThat(church.count("SELECT count(*) FROM household")).isEqualTo(2);
    Map<String, String> before = everything();
    applies(reads("people", strangers));
    assertThat(everything()).isEqualTo(before);

    applies(reads("people", header, "Ruth,Boaz,ruth@example.org,12,Boaz-Lee,5 Gate St,60603"));
    assertThat(
            church.count(
                "SELECT count(*) FROM household WHERE name = 'Boaz-Lee' AND external_id = '12'"))
        .isEqualTo(1);
  }

  @Test
  void aCountryThatIsNoneIsLeftOut() {
    ImportFile file =
        applies(
            reads(
                "people",
                "First Name,Last Name,Address,Country",
                "Ruth,Boaz,12 Field Rd,--",
                "Ada,Mara,2 Well Ln,us"));
    assertThat(file.status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(church.count("SELECT count(*) FROM household WHERE country = 'US'")).isEqualTo(1);
    assertThat(church.count("SELECT count(*) FROM household WHERE country IS NULL")).isEqualTo(1);
  }

  @Test
  void aRoleInTheFamilyIsAWholeWord() {
    applies(
        reads(
            "people",
            "First Name,Last Name,Household Name,Family Role",
            "Ann,Lee,Lee,Contact Person",
            "Bea,Lee,Lee,Single person",
            "Cid,Lee,Lee,Step-Son",
            "Dan,Lee,Lee,Head of household"));
    for (String role : List.of("AnnLee other", "BeaLee other", "CidLee child", "DanLee head")) {
      assertThat(
              church.count(
                  "SELECT count(*) FROM person WHERE given_name || family_name || ' ' ||"
                      + " household_role = ?",
                  role))
          .as(role)
          .isEqualTo(1);
    }
  }
}
