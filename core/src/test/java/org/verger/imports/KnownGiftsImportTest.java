package org.verger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verger.imports.ImportContext.RowKey;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;

/** Files with gifts some of which are there already. */
class KnownGiftsImportTest extends ImportTest {

  private static final String HEADER = "Date,Donor,Fund,Amount,Method,Check Number,Note";
  private static final String WITH_IDS = HEADER + ",Transaction ID";

  @BeforeEach
  void givers() {
    applies(
        reads(
            "people",
            "First Name,Last Name,Email,Campus,Person ID",
            "Ruth,Boaz,ruth@example.org,Chicago,17",
            "Naomi,Mara,naomi@example.org,Chicago,18"));
  }

  private long total() {
    return church.count("SELECT coalesce(sum(amount), 0) FROM contribution");
  }

  private void enterByHand(String method, String reference) {
    church.update(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, reference, created_at)
        SELECT p.id, f.id, p.unit_id, 2000, 'USD', '2026-11-01', '%s', nullif('%s', ''), now() FROM person p, fund f
        WHERE p.given_name = 'Ruth' AND f.code = 'general'
        """
            .formatted(method, reference));
  }

  private static final String KNOWN = "2026-11-01,Ruth Boaz,General,20,Check,1001,With thanks,A1";

  @Test
  void whatAFileLeavesBlankOfAKnownGiftStays() {
    applies(reads("contributions", WITH_IDS, KNOWN));
    Map<String, String> before = everything();
    ImportFile bare =
        reads("contributions", "Date,Amount,Fund,Transaction ID", "2026-11-01,20,General,A1");
    assertCounts(bare, 0, 0, 1, 0, 0);
    ImportFile noted =
        applies(reads("contributions", WITH_IDS, "2026-11-01,,General,20,,,Twice thanked,A1"));
    assertCounts(noted, 0, 1, 0, 0, 0);
    assertThat(
            church.count(
                """
                SELECT count(*) FROM contribution c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
                WHERE p.given_name = 'Ruth' AND u.name = 'Chicago' AND c.method = 'cheque' AND c.reference = '1001'
                  AND c.note = 'Twice thanked'
                """))
        .isEqualTo(1);
    undoes(noted);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aGiftStaysWhereItWasGivenWhenItsGiverHasMoved() {
    applies(reads("contributions", WITH_IDS, KNOWN));
    church.update("UPDATE person SET unit_id = (SELECT id FROM unit WHERE name = 'Midwest')");
    assertCounts(reads("contributions", WITH_IDS, KNOWN), 0, 0, 1, 0, 0);
  }

  @Test
  void whatWasTakenBackIsNotChanged() {
    applies(reads("contributions", WITH_IDS, KNOWN));
    church.update(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, takes_back, created_at)
        SELECT person_id, fund_id, unit_id, -amount, currency, given_on, method, id, now() FROM contribution
        """);
    assertCounts(reads("contributions", WITH_IDS, KNOWN), 0, 0, 1, 0, 0);
    ImportFile more = reads("contributions", WITH_IDS, KNOWN.replace(",20,", ",25,"));
    assertCounts(more, 0, 0, 0, 0, 1);
    assertThat(rows(more, RowAction.REJECTED).getFirst().reason()).contains("taken back");
    applies(more);
    assertThat(total()).isZero();
  }

  @Test
  void theSameChequeIsNotTakenTwice() {
    enterByHand("cheque", "1001");
    for (String known :
        List.of(
            "2026-11-01,Ruth Boaz,General,20,Check,1001,,A1",
            "2026-11-01,Ruth Boaz,General,20,,1001,,",
            "2026-11-01,Ruth Boaz,,20,Check,1001,,A1")) {
      assertCounts(reads("contributions", WITH_IDS, known), 0, 0, 0, 1, 0);
    }
    assertCounts(
        reads("contributions", WITH_IDS, "2026-11-01,Ruth Boaz,General,20,Check,1002,,A1"),
        1,
        0,
        0,
        0,
        0);
  }

  // Our own export names gifts by our numbers, another system by its own.
  @Test
  void aGiftThatComesAgainUnderAnotherIdIsPutBeforeAPerson() {
    applies(reads("contributions", WITH_IDS, KNOWN));
    assertCounts(reads("contributions", WITH_IDS, KNOWN.replace("A1", "4711")), 0, 0, 0, 1, 0);
    applies(reads("contributions", HEADER, "2026-11-08,,General,5,Cash,,"));
    assertCounts(
        reads("contributions", WITH_IDS, "2026-11-08,,General,5,Cash,,,4712"), 0, 0, 0, 1, 0);
  }

  @Test
  void sayingWhoGaveDoesNotMakeAKnownGiftNew() {
    ImportFile namesake = reads("people", "First Name,Last Name,Birthdate", "Ruth,Boaz,1950-01-01");
    applies(decides(namesake, Map.of(new RowKey(2, 0), new RowChoice.New())));
    String gift = "2026-11-01,Ruth Boaz,General,20,Cash,,";
    ImportFile first = reads("contributions", HEADER, gift);
    applies(decides(first, ruthGaveIt(first)));
    assertThat(total()).isEqualTo(2000);
    ImportFile again = reads("contributions", HEADER, gift);
    ImportFile decided = decides(again, ruthGaveIt(again));
    assertCounts(decided, 0, 0, 1, 0, 0);

    // Another of hers that only looks like it: who gave it is not asked twice.
    ImportFile likely = reads("contributions", HEADER, "2026-11-01,Ruth Boaz,General,20,Check,7,");
    assertCounts(decides(likely, ruthGaveIt(likely)), 0, 0, 0, 1, 0);
    ImportFile another = decides(likely, Map.of(new RowKey(2, 0), new RowChoice.New()));
    assertCounts(another, 1, 0, 0, 0, 0);
    applies(another);
    assertThat(
            church.count("SELECT count(*) FROM contribution WHERE person_id = ?", ruth().target()))
        .isEqualTo(2);
  }

  private RowChoice.SameAs ruth() {
    return new RowChoice.SameAs(
        church.call(
            () ->
                church
                    .transactions()
                    .execute(
                        open ->
                            jdbc.sql("SELECT id FROM person WHERE email = 'ruth@example.org'")
                                .query(UUID.class)
                                .single())));
  }

  private Map<RowKey, RowChoice> ruthGaveIt(ImportFile file) {
    assertCounts(file, 0, 0, 0, 1, 0);
    return Map.of(new RowKey(2, 0), ruth());
  }

  @Test
  void whatWasDecidedAboutRowsThatAreAppliedIsNotAppliedAgain() {
    enterByHand("cash", "");
    ImportFile file = reads("contributions", HEADER, "2026-11-01,Ruth Boaz,General,20,Check,7,");
    ImportFile decided = decides(file, Map.of(new RowKey(2, 0), new RowChoice.New()));
    assertCounts(decided, 1, 0, 0, 0, 0);
    applies(decided);
    assertThat(total()).isEqualTo(4000);
    // As a run leaves it that merged a part and found the records of the next one changed.
    church.update("UPDATE import_file SET status = 'failed', applied_at = NULL");
    church.run(
        () -> {
          again.read(file.id(), operator);
          read.read(file.id(), new Progress());
          again.read(file.id(), operator);
          read.read(file.id(), new Progress());
        });
    assertCounts(now(file), 0, 0, 1, 0, 0);
  }

  @Test
  void anIdOfAnotherSystemDoesNotChangeAGift() {
    applies(reads("contributions", WITH_IDS, KNOWN));
    ImportFile other =
        reads("contributions", WITH_IDS, "2026-11-08,Naomi Mara,General,20,Online,,,A1");
    assertCounts(other, 0, 0, 0, 1, 0);
    assertThat(rows(other, RowAction.DUPLICATE).getFirst().reason()).contains("another gift");
    applies(decides(other, Map.of(new RowKey(2, 0), new RowChoice.New())));
    assertThat(total()).isEqualTo(4000);
    assertThat(church.count("SELECT count(*) FROM contribution WHERE version > 1")).isZero();
  }

  @Test
  void oneIdTwiceInAFileCanBeTakenAsTwoGifts() {
    String[] lines = {
      WITH_IDS, KNOWN, "2026-11-01,Ruth Boaz,General,30,Check,1001,,A1",
    };
    ImportFile file = reads("contributions", lines);
    assertCounts(file, 1, 0, 0, 1, 0);
    ImportFile applied = applies(decides(file, Map.of(new RowKey(3, 0), new RowChoice.New())));
    assertThat(applied.status()).as(applied.problem()).isEqualTo(ImportStatus.APPLIED);
    assertThat(total()).isEqualTo(5000);
  }

  @Test
  void giftsOfAnotherUnitAreNeitherChangedNorShown() {
    applies(reads("contributions", WITH_IDS, KNOWN));
    church.update("UPDATE contribution SET unit_id = (SELECT id FROM unit WHERE name = 'Midwest')");
    PersonId leader = somebody("Lea", Role.CAMPUS_LEADER, campus.id());
    ImportFile file =
        reads(
            new NewImport("contributions", "c.csv", null, true, false),
            leader,
            "Date,Amount,Fund,Campus,Transaction ID",
            "2026-11-01,20,General,Chicago,A1");
    assertThat(file.counts().rejected()).isEqualTo(1);
    assertThat(rows(file, RowAction.REJECTED).getFirst().values().toString())
        .doesNotContain("Ruth");
  }

  @Test
  void onlyWhoHasASayOverAllMoneyMakesFunds() {
    PersonId leader = somebody("Lea", Role.CAMPUS_LEADER, campus.id());
    String[] lines = {
      HEADER + ",Campus", "2026-11-01,Ruth Boaz,Misions,20,Cash,,,Chicago",
    };
    ImportFile file =
        reads(new NewImport("contributions", "c.csv", null, true, false), leader, lines);
    assertThat(file.counts().rejected()).isEqualTo(1);
    assertThat(rows(file, RowAction.REJECTED).getFirst().reason()).contains("Misions");
    assertCounts(reads("contributions", lines), 1, 0, 0, 0, 0);
  }

  @Test
  void aClosedFundTakesNoNewGiftsAndKeepsThoseItHas() {
    applies(reads("contributions", WITH_IDS, KNOWN));
    church.update("UPDATE fund SET active = false");
    ImportFile file =
        reads(
            "contributions",
            WITH_IDS,
            KNOWN.replace("With thanks", "Twice thanked"),
            "2026-11-08,Ruth Boaz,General,20,Check,1002,,A2");
    assertCounts(file, 0, 1, 0, 0, 1);
    assertThat(rows(file, RowAction.REJECTED).getFirst().reason()).contains("General is closed");
  }
}
