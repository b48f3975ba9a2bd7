package org.verger.imports.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.batch.BatchRun;
import org.verger.deployment.RunsInRole;
import org.verger.imports.ImportFile;
import org.verger.imports.WorkOnImport;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.web.Staff;

/** How far the run of an import has come. */
@Component
@RunsInRole(RunsInRole.API)
class ImportWork {

  private final WorkOnImport work;
  private final Access access;
  private final Staff staff;

  ImportWork(WorkOnImport work, Access access, Staff staff) {
    this.work = work;
    this.access = access;
    this.staff = staff;
  }

  /**
   * How far it has come, as it said a second ago.
   *
   * @param run to look at in the console; null for those who may not
   * @param ended how it ended, if it did so without having done its work; null otherwise
   */
  record Now(@Nullable UUID run, long read, long total, @Nullable String ended) {}

  /** That of the latest run; null when none is known. */
  @Nullable Now of(ImportFile file) {
    return work.latest(file).map(this::now).orElse(null);
  }

  private Now now(BatchRun run) {
    boolean shown = access.mayLook(staff.person(), Area.SYSTEM);
    return new Now(shown ? run.id() : null, run.read(), run.total(), ended(run));
  }

  private static @Nullable String ended(BatchRun run) {
    return switch (run.state()) {
      case FAILED, HELD -> "failed";
      case STOPPED -> "was stopped";
      case ABANDONED -> "was given up";
      case QUEUED, RUNNING, STOPPING, COMPLETED -> null;
    };
  }
}
