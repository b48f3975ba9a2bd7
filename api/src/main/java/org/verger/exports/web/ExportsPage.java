package org.verger.exports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.exports.ExportFormat;
import org.verger.pages.PageController;

/** What the links of lists lead to: the list with the page's filters, as a file. */
@PageController
@PreAuthorize("isAuthenticated()")
class ExportsPage {

  private final Download download;

  ExportsPage(Download download) {
    this.download = download;
  }

  @GetMapping("/exports/{list}.csv")
  void csv(
      @PathVariable String list,
      @RequestParam Map<String, String> filter,
      HttpServletResponse response)
      throws IOException {
    download.send(list, ExportFormat.CSV, filter, response);
  }

  @GetMapping("/exports/{list}.xlsx")
  void xlsx(
      @PathVariable String list,
      @RequestParam Map<String, String> filter,
      HttpServletResponse response)
      throws IOException {
    download.send(list, ExportFormat.XLSX, filter, response);
  }
}
