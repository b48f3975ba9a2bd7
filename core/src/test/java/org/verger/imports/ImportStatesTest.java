package org.verger.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.verger.batch.RunStoppedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;

/** What may be asked of an import when, and what is shown of it to whom. */
class ImportStatesTest extends ImportTest {

  private static final String PEOPLE = "First Name,Last Name,Email,Birthdate,Campus";
  private static final String RUTH = "Ruth,Boaz,ruth@example.org,1980-02-03,Chicago";

  @Test
  void aFileWhoseRunEndedWithoutReadingItHasFailedAndCanBeReadAgain() {
    for (String end : List.of("failed", "stopped", "abandoned")) {
      ImportFile file = takes(PEOPLE + "\n" + RUTH);
      assertThat(now(file).status()).isEqualTo(ImportStatus.READING);
      theRunEnds(ImportRuns.READ, file.readingKey(), end);
      assertThat(now(file).status()).isEqualTo(ImportStatus.FAILED);
      assertThat(now(file).problem()).contains(end, "Read the file again");
      church.run(
          () -> {
            again.read(file.id(), operator);
            read.read(file.id(), new Progress());
          });
      assertThat(now(file).status()).isEqualTo(ImportStatus.READY);
    }
  }

  @Test
  void aRunThatIsRestartedReadsTheFileAsIfItHadNotFailed() {
    ImportFile file = takes(PEOPLE + "\n" + RUTH);
    theRunEnds(ImportRuns.READ, file.readingKey(), "failed");
    theRunEnds(ImportRuns.READ, file.readingKey(), "running");
    church.run(() -> read.read(file.id(), new Progress()));
    assertThat(now(file).status()).isEqualTo(ImportStatus.READY);
  }

  @Test
  void whatAnEndedRunHadAppliedCanBeTakenBack() {
    StringBuilder lines = new StringBuilder("Date,Fund,Amount,Check Number");
    for (int i = 0; i < 21_000; i++) {
      lines.append("\n2026-11-01,General,5.00,").append(i);
    }
    ImportFile file =
        reads(
            new NewImport("contributions", "c.csv", null, false, false),
            operator,
            lines.toString());
    church.run(() -> requestApply.request(file.id(), operator));
    assertThat(church.call(() -> apply.next(file.id(), new Progress()))).isTrue();
    assertThatThrownBy(() -> undoes(file))
        .isInstanceOf(ImportStateException.class)
        .hasMessageContaining("still at work");
    theRunEnds(ImportRuns.APPLY, now(file).attemptKey(), "abandoned");
    assertThat(undoes(file).status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(church.count("SELECT count(*) FROM contribution")).isZero();
  }

  @Test
  void askedToStopReadingGivesUpAndCanBeginAgain() {
    ImportFile file = takes(PEOPLE + ("\n" + RUTH).repeat(5_000));
    Progress stopping = new Progress();
    stopping.stop = true;
    assertThatThrownBy(() -> church.run(() -> read.read(file.id(), stopping)))
        .isInstanceOf(RunStoppedException.class);
    assertThat(now(file).status()).isEqualTo(ImportStatus.READING);
    church.run(() -> read.read(file.id(), new Progress()));
    assertThat(now(file).status()).isEqualTo(ImportStatus.READY);
  }

  @Test
  void whoAsksForSomethingWhileARunIsAtWorkIsAnsweredAtOnce() {
    ImportFile ready = reads("people", PEOPLE, RUTH);
    church.run(
        () ->
            church
                .transactions()
                .executeWithoutResult(
                    open -> {
                      jdbc.sql("SELECT FROM import_file FOR UPDATE").query().listOfRows();
                      CompletableFuture<Void> asked =
                          CompletableFuture.runAsync(
                              () -> church.run(() -> requestApply.request(ready.id(), operator)));
                      assertThat(asked)
                          .failsWithin(20, TimeUnit.SECONDS)
                          .withThrowableThat()
                          .withRootCauseInstanceOf(ImportStateException.class);
                    }));
    assertThat(now(ready).status()).isEqualTo(ImportStatus.READY);
  }

  @Test
  void aLineWithSeveralGiftsIsShownWithAllOfThem() {
    ImportFile file =
        reads(
            "contributions",
            "Date,General,Missions,Building",
            "2026-11-01,1,2,3",
            "2026-11-08,4,,");
    assertThat(church.call(() -> preview.rows(file.id(), RowAction.NEW, 0, 1, operator)))
        .extracting(PreviewRow::line, PreviewRow::part)
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.toList().getFirst()).isEqualTo(2L));
    assertThat(church.call(() -> preview.rows(file.id(), RowAction.NEW, 2, 1, operator)))
        .hasSize(1);
  }

  @Test
  void rejectsHoldNoFormulaNotEvenInTheirHeadings() {
    ImportFile file =
        reads(
            "people",
            "First Name,Last Name,Birthdate,=1+1",
            "Ruth,Boaz,tomorrow,\uff1dcmd",
            "Naomi,Mara,soon,=2+2");
    String back = rejectsOf(file);
    assertThat(back).contains(",'=1+1", "'\uff1dcmd", "'=2+2").doesNotContain(",=", ",\uff1d");
    String mended = back.replace("tomorrow", "1980-02-03").replace("soon", "1981-02-03");
    assertCounts(reads("people", mended.split("\r?\n")), 2, 0, 0, 0, 0);
  }

  @Test
  void whoMayNotSeeHowToReachPeopleDoesNotSeeItInAPreviewEither() {
    applies(reads("people", PEOPLE, RUTH));
    PersonId finance = somebody("Fay", Role.FINANCE_DIRECTOR, root.id());
    for (PersonId reader : List.of(operator, finance)) {
      ImportFile gifts =
          reads(
              new NewImport("contributions", "c.csv", null, true, false),
              reader,
              "Date,Donor,Fund,Amount",
              "2026-11-01,Ruth Boaz,General,20");
      String shown =
          church
              .call(() -> preview.rows(gifts.id(), RowAction.NEW, 0, 10, reader))
              .getFirst()
              .values()
              .get("Person");
      assertThat(shown)
          .isEqualTo(
              reader.equals(operator) ? "Ruth Boaz, ruth@example.org, 1980-02-03" : "Ruth Boaz");
    }
  }

  private ImportFile takes(String content) {
    return church.call(
        () ->
            take.take(
                new NewImport("people", "people.csv", null, true, false),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                operator));
  }

  private void theRunEnds(String job, String key, String state) {
    assertThat(
            jdbc.sql(
                    "UPDATE shared.batch_run SET state = ? WHERE tenant_id = ? AND job = ? AND key"
                        + " = ?")
                .params(state, church.id().value(), job, key)
                .update())
        .isEqualTo(1);
  }
}
