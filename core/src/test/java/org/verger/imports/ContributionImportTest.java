package org.verger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verger.imports.ImportContext.RowKey;

class ContributionImportTest extends ImportTest {

  private static final String HEADER = "Date,Donor,Email,Fund,Amount,Method,Check Number";
  private static final int MANY = 30_000;

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

  @Test
  void giftsGoToTheirGiverFundAndUnit() {
    applies(
        reads(
            "contributions",
            HEADER,
            "11/01/2026,Ruth Boaz,,Missions,\"$1,234.50 \",Check,1001",
            "11/01/2026,,naomi@example.org,General,20,Cash,"));
    assertThat(
            church.count(
                """
                SELECT count(*) FROM contribution c JOIN person p ON p.id = c.person_id JOIN fund f ON f.id = c.fund_id
                JOIN unit u ON u.id = c.unit_id
                WHERE p.given_name = 'Ruth' AND f.name = 'Missions' AND f.code = 'missions' AND u.name = 'Chicago'
                  AND c.amount = 123450 AND c.currency = 'USD' AND c.given_on = '2026-11-01' AND c.method = 'cheque'
                  AND c.reference = '1001'
                """))
        .isEqualTo(1);
    assertThat(total()).isEqualTo(125450);
  }

  @Test
  void anonymousGiftsStayAnonymous() {
    applies(
        reads(
            "contributions",
            HEADER,
            "2026-11-01,Anonymous,,General,5,Cash,",
            "2026-11-01,,,General,5,Cash,"));
    assertThat(church.count("SELECT count(*) FROM contribution WHERE person_id IS NULL"))
        .isEqualTo(2);
  }

  @Test
  void twoEqualGiftsOfOneDayAreTwoGiftsAndTheSameFileTwiceChangesNothing() {
    String[] lines = {
      HEADER, "2026-11-01,Ruth Boaz,,General,20,Cash,", "2026-11-01,Ruth Boaz,,General,20,Cash,"
    };
    applies(reads("contributions", lines));
    assertThat(total()).isEqualTo(4000);
    ImportFile twice = reads("contributions", lines);
    assertCounts(twice, 0, 0, 2, 0, 0);
    applies(twice);
    assertThat(total()).isEqualTo(4000);
  }

  @Test
  void ofOverlappingFilesOnlyWhatIsNewIsTaken() {
    applies(reads("contributions", HEADER, "2026-11-01,Ruth Boaz,,General,20,Cash,"));
    ImportFile longer =
        reads(
            "contributions",
            HEADER,
            "2026-11-01,Ruth Boaz,,General,20,Cash,",
            "2026-11-01,Ruth Boaz,,General,20,Cash,",
            "2026-11-08,Ruth Boaz,,General,20,Cash,");
    assertCounts(longer, 2, 0, 1, 0, 0);
    applies(longer);
    assertThat(total()).isEqualTo(6000);
  }

  @Test
  void aGiftEnteredByHandIsPutBeforeAPersonWhenTheFileHasIt() {
    church.update(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, created_at)
        SELECT p.id, f.id, p.unit_id, 2000, 'USD', '2026-11-01', 'cash', now() FROM person p, fund f
        WHERE p.given_name = 'Ruth' AND f.code = 'general'
        """);
    String row = "2026-11-01,Ruth Boaz,,General,20,Check,77";
    ImportFile file = reads("contributions", HEADER, row);
    assertCounts(file, 0, 0, 0, 1, 0);
    ImportFile decided = decides(file, Map.of(new RowKey(2, 0), new RowChoice.New()));
    assertCounts(decided, 1, 0, 0, 0, 0);
    applies(decided);
    assertThat(total()).isEqualTo(4000);
  }

  @Test
  void withIdsOfTheOtherSystemAChangedGiftIsChangedAndNotDoubled() {
    String header = "Date,Donor,Fund,Amount,Method,Transaction ID";
    applies(reads("contributions", header, "2026-11-01,Ruth Boaz,General,20,Cash,A1"));
    Map<String, String> before = everything();
    ImportFile file =
        reads(
            "contributions",
            header,
            "2026-11-01,Ruth Boaz,General,25,Cash,A1",
            "2026-11-01,Ruth Boaz,General,20,Cash,A2");
    assertCounts(file, 1, 1, 0, 0, 0);
    ImportFile applied = applies(file);
    assertThat(total()).isEqualTo(4500);
    undoes(applied);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void wideFundColumnsAreOneGiftForEachAmount() {
    ImportFile file =
        reads(
            "contributions",
            "Date,Donor,General,Missions,Building",
            "2026-11-01,Ruth Boaz,20.00,0.00,\"(12.00)\"",
            "2026-11-01,Naomi Mara,,15.00,x",
            "2026-11-08,Ruth Boaz,1.00,2.00,3.00",
            "2026-11-08,Naomi Mara,1.00,2.00,3.00",
            "2026-11-15,Naomi Mara,1.00,2.00,3.00");
    assertThat(file.counts()).isEqualTo(new ImportCounts(12, 0, 0, 0, 1));
    applies(file);
    assertThat(total()).isEqualTo(2000 - 1200 + 1500 + 3 * 600);
    // What was taken does not come back: only the amount that could not be read.
    String again = rejectsOf(file).replace(",x,", ",7.00,");
    assertCounts(reads("contributions", again.split("\r?\n")), 1, 0, 0, 0, 0);
  }

  @Test
  void whoIsNotKnownOrNotCertainIsNotGuessed() {
    ImportFile other = reads("people", "First Name,Last Name,Birthdate", "Ruth,Boaz,1950-01-01");
    applies(decides(other, Map.of(new RowKey(2, 0), new RowChoice.New())));
    ImportFile file =
        reads(
            "contributions",
            HEADER,
            "2026-11-01,Orpah Moab,,General,20,Cash,",
            "2026-11-01,Ruth Boaz,,General,20,Cash,");
    assertThat(file.counts()).isEqualTo(new ImportCounts(0, 0, 0, 1, 1));
    assertThat(rows(file, RowAction.REJECTED).getFirst().reason()).contains("Orpah Moab");
    assertThat(rows(file, RowAction.DUPLICATE).getFirst().candidates()).hasSize(2);
  }

  @Test
  void partByPartKeepsWhatIsDoneAndGoesOnAfterIt() {
    ImportFile file = readsInParts();
    long done = appliesOnePart(file);
    assertThat(done).isBetween(1L, MANY - 1L);
    church.run(
        () -> {
          while (apply.next(file.id(), new Progress())) {}
        });
    assertThat(church.count("SELECT count(*) FROM contribution")).isEqualTo(MANY);
    assertThat(undoes(now(file)).status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(total()).isZero();
  }

  // A crash of the server empties the tables of what was read.
  @Test
  void whatWasReadAndIsGoneIsReadAgainAndNothingIsTakenTwiceOrLeftByUndoing() {
    ImportFile file = readsInParts();
    long done = appliesOnePart(file);
    church.update("DELETE FROM import_contribution");
    assertThat(church.call(() -> apply.next(file.id(), new Progress()))).isFalse();
    assertThat(now(file).status()).isEqualTo(ImportStatus.FAILED);
    assertThat(now(file).problem()).contains("Read the file again");
    assertThat(church.count("SELECT count(*) FROM contribution")).isEqualTo(done);

    church.run(
        () -> {
          again.read(file.id(), operator);
          read.read(file.id(), new Progress());
        });
    assertCounts(now(file), MANY - done, 0, done, 0, 0);
    assertThat(applies(now(file)).status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(church.count("SELECT count(*) FROM contribution")).isEqualTo(MANY);
    undoes(now(file));
    assertThat(total()).isZero();
  }

  private ImportFile readsInParts() {
    return reads(new NewImport("contributions", "c.csv", null, false, false), operator, many());
  }

  private static String many() {
    StringBuilder lines = new StringBuilder(HEADER);
    for (int i = 0; i < MANY; i++) {
      lines.append("\n2026-11-01,Ruth Boaz,,General,").append(i + 1).append(",Cash,").append(i);
    }
    return lines.toString();
  }

  private long appliesOnePart(ImportFile file) {
    church.run(() -> requestApply.request(file.id(), operator));
    assertThat(church.call(() -> apply.next(file.id(), new Progress()))).isTrue();
    return church.count("SELECT count(*) FROM contribution");
  }

  @Test
  void whatIsAppliedAsAWholeIsCountedWhileItIsMergedAndSeenByOthersAtItsEndOnly() {
    ImportFile file = readyAsAWhole();
    List<Long> seen = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void read(long items) {
            super.read(items);
            seen.add(asSeenByOthers());
          }
        };
    assertThat(church.call(() -> apply.next(file.id(), progress))).isFalse();
    assertThat(seen).hasSizeGreaterThan(1).containsOnly(0L);
    assertThat(progress.read).isEqualTo(MANY);
    assertThat(asSeenByOthers()).isEqualTo(MANY);
  }

  @Test
  void whatIsAppliedAsAWholeAndStoppedInTheMiddleIsNotThereAndIsAppliedOnceAfterwards() {
    ImportFile file = readyAsAWhole();
    Progress progress =
        new Progress() {
          @Override
          public void read(long items) {
            super.read(items);
            stop = true;
          }
        };
    assertThat(church.call(() -> apply.next(file.id(), progress))).isTrue();
    assertThat(progress.read).as("what was counted is taken back, too").isZero();
    assertThat(asSeenByOthers()).isZero();
    assertThat(now(file).status()).isEqualTo(ImportStatus.APPLYING);
    assertThat(church.call(() -> apply.next(file.id(), new Progress()))).isFalse();
    assertThat(asSeenByOthers()).isEqualTo(MANY);
  }

  private ImportFile readyAsAWhole() {
    ImportFile file = reads("contributions", many());
    church.run(() -> requestApply.request(file.id(), operator));
    return file;
  }

  // On a thread of its own, which has no part in the transaction of this one.
  private long asSeenByOthers() {
    return CompletableFuture.supplyAsync(() -> church.count("SELECT count(*) FROM contribution"))
        .join();
  }

  @Test
  void datesInTheFutureAndForeignCurrenciesAreRejected() {
    ImportFile file =
        reads(
            "contributions",
            HEADER,
            "2099-11-01,Ruth Boaz,,General,20,Cash,",
            "2026-11-01,Ruth Boaz,,General,EUR 20,Cash,",
            "2026-11-01,Ruth Boaz,,General,0.00,Cash,");
    assertThat(file.counts().rejected()).isEqualTo(3);
  }

  @Test
  void aWideRowThatIsRejectedAsAWholeComesBackWithAllItsAmounts() {
    ImportFile file =
        reads(
            "contributions",
            "Date,Donor,General,Missions,Building",
            "31/31/2026,Ruth Boaz,100,50,20",
            "2026-11-01,Ruth Boaz,1,2,3");
    assertThat(file.counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 1));
    assertThat(rejectsOf(file)).contains("31/31/2026,Ruth Boaz,100,50,20");
    applies(file);
    String again = rejectsOf(file).replace("31/31/2026", "2026-11-08");
    assertCounts(reads("contributions", again.split("\r?\n")), 3, 0, 0, 0, 0);
  }

  @Test
  void anUnknownCurrencyRejectsItsRowOnly() {
    ImportFile file =
        reads(
            "contributions",
            "Date,Donor,Amount,Currency",
            "2026-11-01,Ruth Boaz,20,DOLLAR",
            "2026-11-01,Ruth Boaz,21,US$",
            "2026-11-01,Ruth Boaz,22,eur",
            "2026-11-01,Ruth Boaz,23,");
    assertCounts(file, 3, 0, 0, 0, 1);
    assertThat(rows(file, RowAction.REJECTED).getFirst().reason())
        .startsWith("DOLLAR is not a currency");
    applies(file);
    assertThat(church.count("SELECT sum(amount) FROM contribution WHERE currency = ?", "USD"))
        .isEqualTo(4400);
  }

  // A list that is sorted by day shows late which of day and month comes first.
  @Test
  void theOrderOfDatesIsToldByTheWholeFile() {
    StringBuilder lines = new StringBuilder("Date,Donor,Amount");
    for (int row = 0; row < 1_500; row++) {
      lines.append("\n05/01/2026,Ruth Boaz,").append(row + 1);
    }
    ImportFile open = reads("contributions", lines.toString());
    assertCounts(open, 1_500, 0, 0, 0, 0);
    assertThat(open.warning()).contains("05/01/2026", "month/day/year");
    ImportFile known = reads("contributions", lines + "\n13/01/2026,Ruth Boaz,5");
    assertCounts(known, 1_501, 0, 0, 0, 0);
    assertThat(known.warning()).isNull();
    ImportFile both =
        reads(
            "contributions",
            lines + "\n13/01/2026,Ruth Boaz,5\n14/01/2026,Ruth Boaz,5\n01/15/2026,Ruth Boaz,5");
    assertThat(both.warning()).contains("day first (2)");
    assertThat(rows(both, RowAction.REJECTED).getFirst().reason()).contains("day/month/year");
  }

  @Test
  void blanksThatCannotBeSeenMakeNoFundAndErrorsOfASpreadsheetNeither() {
    ImportFile file =
        reads(
            "contributions",
            HEADER,
            "2026-11-01,Ruth Boaz,,Building Fund,20,Cash,",
            "2026-11-01,Ruth Boaz,,Building\u00a0 Fund\u200b,21,Cash,",
            "2026-11-01,Ruth Boaz,,General\u00a0,22,Cash,",
            "2026-11-01,Ruth Boaz,,#REF!,23,Cash,");
    assertCounts(file, 3, 0, 0, 0, 1);
    assertThat(rows(file, RowAction.REJECTED).getFirst().reason()).contains("#REF!");
    applies(file);
    assertThat(church.count("SELECT count(*) FROM fund")).isEqualTo(2);
  }

  @Test
  void aGiftIsOfTheDayThatItWasWhereTheChurchIs() {
    applies(reads("contributions", "Date,Donor,Amount", "2026-11-02T03:00:00Z,Ruth Boaz,20"));
    assertThat(church.count("SELECT count(*) FROM contribution WHERE given_on = '2026-11-01'"))
        .isEqualTo(1);
  }

  @Test
  void whatTheDatabaseRefusesIsSaidAsItIs() {
    String[] lines = {HEADER, "2026-11-01,Ruth Boaz,,Missions,20,Cash,"};
    ImportFile wrong = reads("contributions", lines);
    church.update("UPDATE import_contribution SET method = 'gold'");
    assertThat(applies(wrong).problem())
        .contains("value that cannot be kept")
        .contains("contribution_method_check");

    ImportFile late = reads("contributions", lines);
    church.update(
        "INSERT INTO fund (id, code, name, created_at) VALUES (gen_random_uuid(), 'missions',"
            + " 'Missions', now())");
    assertThat(applies(late).problem()).contains("Read it again").contains("fund_");
    assertThat(total()).isZero();
  }
}
