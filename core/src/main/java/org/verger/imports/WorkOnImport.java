package org.verger.imports;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.batch.BatchRun;
import org.verger.batch.Runs;

/** Finds the run that reads, applies or undoes an import. */
@Component
public class WorkOnImport {

  private final Runs runs;

  WorkOnImport(Runs runs) {
    this.runs = runs;
  }

  /** The latest of them, whether it is over or not. */
  @Transactional(readOnly = true)
  public Optional<BatchRun> latest(ImportFile file) {
    return Stream.of(
            runs.find(ImportRuns.READ, file.id() + "/" + file.reading()),
            runs.find(ImportRuns.APPLY, file.id() + "/" + file.attempt()),
            runs.find(ImportRuns.UNDO, file.id() + "/" + file.attempt()))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(BatchRun::seq));
  }
}
