package org.verger.imports;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.batch.BatchRuns;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/**
 * Takes a file with records of another system. It is kept, and read as soon as a run gets to it.
 */
@Component
public class TakeImport {

  private static final int LONGEST_NAME = 200;

  private final ImportFiles files;
  private final ImportContent content;
  private final ImportAccess access;
  private final BatchRuns runs;
  private final Audit audit;
  private final Clock clock;

  TakeImport(
      ImportFiles files,
      ImportContent content,
      ImportAccess access,
      BatchRuns runs,
      Audit audit,
      Clock clock) {
    this.files = files;
    this.content = content;
    this.access = access;
    this.runs = runs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file.
   *
   * @param bytes read to their end, never all at once
   * @throws InvalidInputException when there is no such kind, or the file is empty
   * @throws org.verger.organisation.NotAllowedException when {@code by} may import nothing of the
   *     kind
   */
  @Transactional
  public ImportFile take(NewImport file, InputStream bytes, PersonId by) {
    access.requireStart(by, file);
    NewImport named =
        new NewImport(file.kind(), name(file), file.unit(), file.whole(), file.startFollowUps());
    ImportId id = ImportId.random();
    files.insert(id, named, by.value(), Instant.now(clock));
    ImportContent.Kept kept = content.keep(id, bytes);
    if (kept.size() == 0) {
      throw InvalidInputException.of("file", "The file is empty: choose one with rows in it");
    }
    files.sized(id, kept.size(), kept.digest());
    audit.record(
        "import-taken",
        id.toString(),
        by.value(),
        Map.of("kind", file.kind(), "digest", kept.digest()));
    runs.request(ImportRuns.READ, id + "/1", Map.of(ImportRuns.IMPORT, id.toString()));
    return files.require(id);
  }

  // Some browsers send the folder too.
  private static String name(NewImport file) {
    String name = file.fileName();
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    name = name.isEmpty() ? "file" : name;
    return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
  }
}
