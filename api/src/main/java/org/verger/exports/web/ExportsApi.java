package org.verger.exports.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.exports.ExportFormat;
import org.verger.exports.ExportedLists;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** Lists as files, for those who have a right in the list's area; the rows are those they reach. */
@RestController
@RequestMapping("/api/v1/exports")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class ExportsApi {

  private final Download download;
  private final ExportedLists lists;
  private final Staff staff;

  ExportsApi(Download download, ExportedLists lists, Staff staff) {
    this.download = download;
    this.lists = lists;
    this.staff = staff;
  }

  /** The names of the lists. */
  record Names(List<String> items) {}

  /** The lists that whoever is signed in can export. */
  @GetMapping
  Names names() {
    PersonId person = staff.person();
    return new Names(lists.names().stream().filter(name -> lists.isOpenTo(name, person)).toList());
  }

  /**
   * A list as a file: the format is {@code csv} or {@code xlsx}, and each other parameter is one of
   * the list's page.
   */
  @GetMapping("/{list}")
  void export(
      @PathVariable String list,
      @RequestParam(defaultValue = "csv") String format,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    Map<String, String> filter = new HashMap<>(parameters);
    filter.remove("format");
    ExportFormat wanted =
        ExportFormat.of(format)
            .orElseThrow(() -> InvalidInputException.of("format", "Give csv or xlsx"));
    download.send(list, wanted, filter, response);
  }
}
