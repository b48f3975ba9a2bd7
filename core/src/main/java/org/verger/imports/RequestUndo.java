package org.verger.imports;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.batch.BatchRuns;
import org.verger.organisation.PersonId;

/** Asks for an import to be taken back. */
@Component
public class RequestUndo {

  private final ImportFiles files;
  private final ImportAccess access;
  private final BatchRuns runs;
  private final Audit audit;

  RequestUndo(ImportFiles files, ImportAccess access, BatchRuns runs, Audit audit) {
    this.files = files;
    this.access = access;
    this.runs = runs;
    this.audit = audit;
  }

  /**
   * Asks; what was undone already stays so.
   *
   * @throws ImportStateException when nothing of it is among the records, or it is still at work
   */
  @Transactional
  public ImportFile request(ImportId id, PersonId by) {
    ImportFile seen = access.require(id, by);
    if (isUndone(seen)) {
      return seen;
    }
    ImportFile file = files.lockIdle(id);
    if (isUndone(file)) {
      return file;
    }
    // Written down now, because the run that ended is no longer its last.
    files.status(id, file.status(), file.problem());
    audit.record("import-undo", id.toString(), by.value(), Map.of());
    runs.request(
        ImportRuns.UNDO,
        id + "/" + files.nextAttempt(id),
        Map.of(ImportRuns.IMPORT, id.toString()));
    return files.require(id);
  }

  private static boolean isUndone(ImportFile file) {
    if (file.status() == ImportStatus.UNDONE) {
      return true;
    }
    if (file.status() == ImportStatus.APPLYING || file.status() == ImportStatus.READING) {
      throw new ImportStateException(
          "The import is still at work: stop its run or wait for its end");
    }
    if (!file.touched()) {
      throw new ImportStateException(
          "Nothing of this import was applied, so there is nothing to undo");
    }
    return false;
  }
}
