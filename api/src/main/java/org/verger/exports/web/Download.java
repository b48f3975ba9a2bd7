package org.verger.exports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.verger.deployment.RunsInRole;
import org.verger.exports.ExportFormat;
import org.verger.exports.WriteExport;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;
import org.verger.web.Problems;
import org.verger.web.Staff;

/**
 * Sends a list while it is read. When it breaks off after the first bytes, what is thrown makes the
 * server cut the connection, so that nobody takes the part for the whole.
 */
@Component
@RunsInRole(RunsInRole.API)
class Download {

  private static final Logger log = LoggerFactory.getLogger(Download.class);

  // Each holds a connection of the database for as long as its reader takes.
  private static final int AT_ONCE = 4;
  private static final int FOR_ONE_CHURCH = 2;

  private final Places places = new Places(AT_ONCE, FOR_ONE_CHURCH);
  private final WriteExport writeExport;
  private final Tenants tenants;
  private final Clock clock;
  private final Staff staff;

  Download(WriteExport writeExport, Tenants tenants, Clock clock, Staff staff) {
    this.writeExport = writeExport;
    this.tenants = tenants;
    this.clock = clock;
    this.staff = staff;
  }

  /**
   * Answers with the list; what is thrown before the first bytes is answered as ever.
   *
   * @throws ErrorResponseException when too many files are on their way already
   */
  void send(
      String list, ExportFormat format, Map<String, String> filter, HttpServletResponse response)
      throws IOException {
    TenantId church = tenants.current().id();
    if (!places.take(church)) {
      throw Problems.refusal(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-exports",
          "Others are taking files away at this moment: try again in a minute");
    }
    try {
      write(list, format, filter, response);
    } finally {
      places.giveBack(church);
    }
  }

  private void write(
      String list, ExportFormat format, Map<String, String> filter, HttpServletResponse response)
      throws IOException {
    response.setContentType(format.mediaType());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(list, format));
    try {
      writeExport.write(
          new WriteExport.Wanted(list, format, filter),
          staff.person(),
          new PacedOutput(response.getOutputStream(), System::nanoTime));
      response.flushBuffer();
    } catch (RuntimeException failed) {
      if (!response.isCommitted()) {
        response.reset();
      } else {
        log.warn("The export of {} broke off", list, failed);
      }
      throw failed;
    }
  }

  private String attachment(String list, ExportFormat format) {
    Tenant church = tenants.current();
    LocalDate today = clock.instant().atZone(church.zone()).toLocalDate();
    return ContentDisposition.attachment()
        .filename(
            "%s-%s-%s.%s".formatted(church.id(), list, today, format.code()),
            StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
