package org.verger.imports.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.imports.ImportAccess;
import org.verger.imports.ImportFile;
import org.verger.imports.ImportId;
import org.verger.imports.ImportRuns;
import org.verger.imports.UnknownImportException;
import org.verger.organisation.NotAllowedException;
import org.verger.pages.RunLinks;
import org.verger.web.Staff;

/** From a run of an import to the import. */
@Component
@RunsInRole(RunsInRole.API)
class ImportRunLinks implements RunLinks {

  private final ImportAccess access;
  private final Staff staff;

  ImportRunLinks(ImportAccess access, Staff staff) {
    this.access = access;
    this.staff = staff;
  }

  @Override
  public Optional<RunLink> of(Map<String, String> parameters) {
    return Optional.ofNullable(parameters.get(ImportRuns.IMPORT)).flatMap(this::link);
  }

  private Optional<RunLink> link(String id) {
    try {
      ImportFile file = access.require(new ImportId(UUID.fromString(id)), staff.person());
      return Optional.of(new RunLink(file.fileName(), "/imports/" + id));
    } catch (UnknownImportException | NotAllowedException notForThem) {
      return Optional.empty();
    }
  }
}
