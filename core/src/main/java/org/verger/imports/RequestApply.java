package org.verger.imports;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.batch.BatchRuns;
import org.verger.organisation.PersonId;

/** Asks for an import that was looked at to be applied. */
@Component
public class RequestApply {

  private final ImportFiles files;
  private final ImportAccess access;
  private final BatchRuns runs;
  private final Audit audit;

  RequestApply(ImportFiles files, ImportAccess access, BatchRuns runs, Audit audit) {
    this.files = files;
    this.access = access;
    this.runs = runs;
    this.audit = audit;
  }

  /**
   * Asks; asking again while it is applied, or after, changes nothing.
   *
   * @throws ImportStateException when it is not ready
   */
  @Transactional
  public ImportFile request(ImportId id, PersonId by) {
    ImportFile seen = access.require(id, by);
    if (isAsked(seen)) {
      return seen;
    }
    ImportFile file = files.lockIdle(id);
    if (!isAsked(file)) {
      start(id, by);
    }
    return files.require(id);
  }

  // Looked at before the row is locked, because whoever reads a file holds it until the end.
  private static boolean isAsked(ImportFile file) {
    return switch (file.status()) {
      case APPLYING, APPLIED -> true;
      case READY -> false;
      case READING ->
          throw new ImportStateException("The file is still being read: wait until it is ready");
      case UNDONE ->
          throw new ImportStateException("The import was undone: send the file once more");
      case FAILED ->
          throw new ImportStateException("The file cannot be applied as it is: " + file.problem());
    };
  }

  private void start(ImportId id, PersonId by) {
    files.status(id, ImportStatus.APPLYING, null);
    audit.record("import-apply", id.toString(), by.value(), Map.of());
    runs.request(
        ImportRuns.APPLY,
        id + "/" + files.nextAttempt(id),
        Map.of(ImportRuns.IMPORT, id.toString()));
  }
}
