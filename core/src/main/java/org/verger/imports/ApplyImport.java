package org.verger.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.audit.Audit;
import org.verger.batch.RunProgress;
import org.verger.batch.RunStoppedException;

/**
 * Merges what was judged into the records: a part of the file in one transaction, or all of it when
 * it is to be applied as a whole. Which lines are done is kept in the same transaction, so that
 * none is applied twice.
 */
@Component
public class ApplyImport {

  private static final long PART = 20_000;
  private static final String CHANGED =
      "The records have changed since the file was read. Read it again, look at it and apply it"
          + " then.";

  private final ImportFiles files;
  private final Staging staging;
  private final Merge merge;
  private final ImportAccess access;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transactions;

  ApplyImport(
      ImportFiles files,
      Staging staging,
      Merge merge,
      ImportAccess access,
      Audit audit,
      Clock clock,
      TransactionTemplate transactions) {
    this.files = files;
    this.staging = staging;
    this.merge = merge;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
    this.transactions = transactions;
  }

  /**
   * Applies the next part. What is applied as a whole is counted while it is merged, before any of
   * it is there for others.
   *
   * @return whether there is more to do
   */
  public boolean next(ImportId id, RunProgress progress) {
    try {
      return Boolean.TRUE.equals(transactions.execute(open -> part(id, progress)));
    } catch (RunStoppedException stopped) {
      return true;
    } catch (StaleRecordsException changed) {
      progress.log("Records that the file is about have changed since it was read");
      fail(id, CHANGED);
    } catch (DataIntegrityViolationException refused) {
      RefusedRecords why = RefusedRecords.of(refused);
      progress.log("The database refused records: " + why.rule());
      fail(id, why.sentence());
    }
    return false;
  }

  private void fail(ImportId id, String problem) {
    transactions.executeWithoutResult(open -> files.status(id, ImportStatus.FAILED, problem));
  }

  private boolean part(ImportId id, RunProgress progress) {
    ImportFile file = files.lock(id);
    if (file.status() != ImportStatus.APPLYING) {
      return false;
    }
    RecordImport kind = access.kind(file.kind());
    if (staging.isLost(file, kind)) {
      files.status(
          id, ImportStatus.FAILED, "What was read is gone after a crash. Read the file again.");
      return false;
    }
    progress.total(file.counts().total());
    long upTo =
        file.whole()
            ? whole(file, kind, progress)
            : merge(file, kind, file.appliedLine(), progress);
    files.appliedUpTo(id, upTo);
    if (upTo < file.lastLine()) {
      return true;
    }
    finish(file);
    return false;
  }

  // In parts, too, so that people see how far it has come; all of them go when one fails.
  private long whole(ImportFile file, RecordImport kind, RunProgress progress) {
    progress.startOver();
    try {
      long upTo = file.appliedLine();
      while (upTo < file.lastLine()) {
        if (progress.stopRequested()) {
          throw new RunStoppedException();
        }
        upTo = merge(file, kind, upTo, progress);
      }
      return upTo;
    } catch (RuntimeException undone) {
      progress.startOver();
      throw undone;
    }
  }

  /** Merges the part after a line, and says up to which. */
  private long merge(ImportFile file, RecordImport kind, long after, RunProgress progress) {
    Lines lines = new Lines(after, Math.min(file.lastLine(), after + PART));
    Merge.Merged merged = merge.merge(file, kind, lines);
    kind.merged(file, lines);
    progress.read(merged.rows());
    progress.written(merged.written());
    progress.skipped(merged.rows() - merged.written() - merged.rejected());
    progress.rejected(merged.rejected());
    return lines.upTo();
  }

  private void finish(ImportFile file) {
    files.applied(file.id(), Instant.now(clock));
    ImportCounts counts = file.counts();
    audit.record(
        "import-applied",
        file.id().toString(),
        null,
        Map.of("new", counts.newRows(), "changed", counts.changedRows()));
  }
}
