package org.verger.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.audit.Audit;
import org.verger.batch.RunProgress;

/**
 * Takes an import back: afterwards the records are as if its file had never come, or as they were.
 */
@Component
public class UndoImport {

  private static final String REFERRED =
      "Other records refer to what this import brought. Undo the imports that came after it first,"
          + " or take those records away.";

  private final ImportFiles files;
  private final Merge merge;
  private final ImportAccess access;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transactions;

  UndoImport(
      ImportFiles files,
      Merge merge,
      ImportAccess access,
      Audit audit,
      Clock clock,
      TransactionTemplate transactions) {
    this.files = files;
    this.merge = merge;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
    this.transactions = transactions;
  }

  /**
   * Takes it back in one transaction; when that would lose something, all stays and the import says
   * why.
   */
  public void undo(ImportId id, RunProgress progress) {
    try {
      transactions.executeWithoutResult(open -> takeBack(id));
      progress.log("The import is undone");
    } catch (UndoRefusedException refused) {
      refuse(id, Objects.requireNonNullElse(refused.getMessage(), REFERRED), progress);
    } catch (DataIntegrityViolationException referred) {
      refuse(id, REFERRED, progress);
    }
  }

  private void takeBack(ImportId id) {
    ImportFile file = files.lock(id);
    if (!file.touched()) {
      return;
    }
    RecordImport kind = access.kind(file.kind());
    kind.undone(file);
    merge.undo(file, kind);
    files.undone(id, Instant.now(clock));
    audit.record("import-undone", id.toString(), null, Map.of());
  }

  private void refuse(ImportId id, String reason, RunProgress progress) {
    progress.log("Undoing was refused: " + reason);
    transactions.executeWithoutResult(open -> files.status(id, files.lock(id).status(), reason));
  }
}
