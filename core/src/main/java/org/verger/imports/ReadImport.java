package org.verger.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.batch.RunProgress;
import org.verger.batch.RunStoppedException;
import org.verger.imports.file.ReadingLimits;
import org.verger.imports.file.RowReader;
import org.verger.imports.file.SourceFile;
import org.verger.imports.file.UnreadableFileException;

/**
 * Reads an imported file and judges each row: what it would add, change or leave. Nothing is
 * applied. Done again, it comes to the same.
 */
@Component
public class ReadImport {

  private final ImportFiles files;
  private final ImportContent content;
  private final Understanding understanding;
  private final Staging staging;
  private final ImportAccess access;
  private final Clock clock;
  private final TransactionTemplate transactions;

  ReadImport(
      ImportFiles files,
      ImportContent content,
      Understanding understanding,
      Staging staging,
      ImportAccess access,
      Clock clock,
      TransactionTemplate transactions) {
    this.files = files;
    this.content = content;
    this.understanding = understanding;
    this.staging = staging;
    this.access = access;
    this.clock = clock;
    this.transactions = transactions;
  }

  /**
   * Reads it, if it waits to be read; a file that cannot be read says why and what to do.
   *
   * @throws RunStoppedException when the run was asked to stop; it is read from the beginning again
   */
  public void read(ImportId id, RunProgress progress) {
    if (within(() -> files.require(id)).status() != ImportStatus.READING) {
      return;
    }
    Path local = within(() -> content.fetch(id));
    try {
      transactions.executeWithoutResult(open -> judge(id, local, progress));
    } catch (UnreadableFileException unreadable) {
      progress.log("The file cannot be read");
      fail(id, Objects.requireNonNullElse(unreadable.getMessage(), "The file cannot be read"));
    } finally {
      delete(local);
    }
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(open -> work.get()));
  }

  private void fail(ImportId id, String problem) {
    transactions.executeWithoutResult(open -> files.status(id, ImportStatus.FAILED, problem));
  }

  private void judge(ImportId id, Path local, RunProgress progress) {
    progress.startOver();
    ImportFile file = files.lock(id);
    RecordImport kind = access.kind(file.kind());
    ImportContext context = understanding.of(file, local);
    @Nullable String problem = understanding.problem(context);
    if (problem != null) {
      files.status(id, ImportStatus.FAILED, problem);
      return;
    }
    RowJudge judge = SpreadsheetErrors.refusedBefore(kind.judge(context), context);
    try (RowReader rows =
        SourceFile.open(
            () -> Files.newInputStream(local), file.fileName(), ReadingLimits.standard())) {
      long last = staging.fill(id, kind, judge, rows, progress);
      kind.settle(context);
      staging.once(id, kind);
      files.counted(id, staging.count(id, kind), last, Instant.now(clock));
    }
    progress.log("Every row is judged");
  }

  private static void delete(Path local) {
    try {
      Files.deleteIfExists(local);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
