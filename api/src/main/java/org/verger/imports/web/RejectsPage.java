package org.verger.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.verger.imports.ImportAccess;
import org.verger.imports.ImportFile;
import org.verger.imports.ImportId;
import org.verger.imports.RejectsFile;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** The rows of an import that were not taken, as a file. */
@PageController
@PreAuthorize("isAuthenticated()")
class RejectsPage {

  private final ImportAccess access;
  private final RejectsFile rejects;
  private final Staff staff;

  RejectsPage(ImportAccess access, RejectsFile rejects, Staff staff) {
    this.access = access;
    this.rejects = rejects;
    this.staff = staff;
  }

  @GetMapping("/imports/{id}/rejects")
  void download(@PathVariable UUID id, HttpServletResponse response) {
    ImportFile file = access.require(new ImportId(id), staff.person());
    RejectsDownload.write(file, staff.person(), rejects, response);
  }
}
