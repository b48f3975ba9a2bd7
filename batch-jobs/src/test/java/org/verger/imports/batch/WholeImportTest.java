package org.verger.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.RunState;
import org.verger.imports.ImportAccess;
import org.verger.imports.ImportFile;
import org.verger.imports.ImportStatus;
import org.verger.imports.NewImport;
import org.verger.imports.RequestApply;
import org.verger.imports.TakeImport;
import org.verger.imports.WorkOnImport;
import org.verger.organisation.NewPerson;
import org.verger.organisation.PersonId;

/** A file that is applied in one transaction, while others look on. */
class WholeImportTest extends BatchTest {

  private static final int BEFORE = 20_500;
  private static final int AFTER = 500;

  @Autowired TakeImport take;
  @Autowired RequestApply requestApply;
  @Autowired ImportAccess imports;
  @Autowired WorkOnImport work;

  @Test
  void theConsoleShowsHowFarItHasComeBeforeAnythingOfItIsThere() {
    PersonId operator = operator();
    person("Ruth", "Boaz");
    UUID naomi = person("Naomi", "Mara");
    ImportFile file = ready(operator);
    church.run(
        () -> church.transactions().executeWithoutResult(open -> watch(file, operator, naomi)));
    BatchRun done = awaitState(runOf(file, operator), RunState.COMPLETED);
    assertThat(done.read()).isEqualTo(BEFORE + AFTER);
    assertThat(done.written()).isEqualTo(BEFORE + AFTER);
    assertThat(church.count("SELECT count(*) FROM contribution")).isEqualTo(BEFORE + AFTER);
  }

  // The merge comes as far as to the first gift of somebody whose record this transaction holds.
  private void watch(ImportFile file, PersonId by, UUID held) {
    jdbc.sql("SELECT id FROM person WHERE id = ? FOR UPDATE").param(held).query().singleRow();
    CompletableFuture.runAsync(() -> church.run(() -> requestApply.request(file.id(), by))).join();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> elsewhere(() -> work.latest(now(file, by)).orElseThrow().read() > 10_000));
    BatchRun run = run(runOf(file, by));
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.read()).isLessThan(BEFORE + AFTER);
    assertThat(run.total()).isEqualTo(BEFORE + AFTER);
    assertThat(jdbc.sql("SELECT count(*) FROM contribution").query(Long.class).single()).isZero();
    assertThat(now(file, by).status()).isEqualTo(ImportStatus.APPLYING);
  }

  private <T> T elsewhere(Supplier<T> look) {
    return CompletableFuture.supplyAsync(() -> church.call(look)).join();
  }

  private UUID runOf(ImportFile file, PersonId by) {
    return church.call(() -> work.latest(now(file, by)).orElseThrow().id());
  }

  private ImportFile now(ImportFile file, PersonId by) {
    return church.call(() -> imports.require(file.id(), by));
  }

  private UUID person(String given, String family) {
    return church.call(() -> people.create(new NewPerson(given, family, null, null, "en"))).value();
  }

  private ImportFile ready(PersonId by) {
    StringBuilder lines = new StringBuilder("Date,Donor,Fund,Amount,Method");
    for (int row = 0; row < BEFORE + AFTER; row++) {
      lines
          .append("\n2026-11-01,")
          .append(row < BEFORE ? "Ruth Boaz" : "Naomi Mara")
          .append(",General,5,Cash");
    }
    ImportFile taken =
        church.call(
            () ->
                take.take(
                    new NewImport("contributions", "gifts.csv", null, true, false),
                    new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                    by));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> now(taken, by).status() == ImportStatus.READY);
    return now(taken, by);
  }
}
