package org.verger.imports.batch;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.batch.ChurchJob;
import org.verger.batch.Lane;
import org.verger.batch.RunContext;
import org.verger.batch.RunStoppedException;
import org.verger.imports.ApplyImport;
import org.verger.imports.ImportId;
import org.verger.imports.ImportRuns;
import org.verger.imports.ReadImport;
import org.verger.imports.UndoImport;

/** Files are read, applied and undone, each in a run of its own. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

  @Bean
  ChurchJob importRead(ReadImport read) {
    return ChurchJob.named(ImportRuns.READ, "Read an imported file")
        .lane(Lane.BULK)
        .step(
            "read",
            run -> {
              try {
                read.read(id(run), run);
                return false;
              } catch (RunStoppedException stopped) {
                return true;
              }
            })
        .build();
  }

  @Bean
  ChurchJob importApply(ApplyImport apply) {
    return ChurchJob.named(ImportRuns.APPLY, "Apply an imported file")
        .lane(Lane.BULK)
        .step("merge", run -> apply.next(id(run), run))
        .build();
  }

  @Bean
  ChurchJob importUndo(UndoImport undo) {
    return ChurchJob.named(ImportRuns.UNDO, "Undo an import")
        .lane(Lane.BULK)
        .step(
            "undo",
            run -> {
              undo.undo(id(run), run);
              return false;
            })
        .build();
  }

  private static ImportId id(RunContext run) {
    return new ImportId(UUID.fromString(run.parameter(ImportRuns.IMPORT)));
  }
}
