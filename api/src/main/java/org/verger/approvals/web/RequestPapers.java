package org.verger.approvals.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.verger.approvals.RequestDetails;
import org.verger.approvals.RequestId;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.PersonId;
import org.verger.tenants.Tenants;

/** The files of a request, and its story as one; always to keep, never shown by the browser. */
@Component
@RunsInRole(RunsInRole.API)
class RequestPapers {

  private final RequestDetails details;
  private final StoryTeller teller;
  private final StoryPdf pdf;
  private final Tenants tenants;

  RequestPapers(RequestDetails details, StoryTeller teller, StoryPdf pdf, Tenants tenants) {
    this.details = details;
    this.teller = teller;
    this.pdf = pdf;
    this.tenants = tenants;
  }

  ResponseEntity<byte[]> attachment(UUID id, UUID attachment, PersonId person) {
    RequestId request = new RequestId(id);
    RequestDetails.Attachment file =
        details.show(request, person).attachments().stream()
            .filter(one -> one.id().equals(attachment))
            .findFirst()
            .orElseThrow(() -> new UnknownRequestException(attachment.toString()));
    return paper(
        file.name(),
        MediaType.parseMediaType(file.mediaType()),
        details.attachment(request, attachment, person).orElseThrow());
  }

  ResponseEntity<byte[]> csv(UUID id, PersonId person) {
    return paper(
        "request-" + id + ".csv",
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        StoryCsv.write(teller.tell(new RequestId(id), person), tenants.current().zone()));
  }

  ResponseEntity<byte[]> pdf(UUID id, PersonId person) {
    RequestId request = new RequestId(id);
    return paper(
        "request-" + id + ".pdf",
        MediaType.APPLICATION_PDF,
        pdf.write(details.show(request, person), teller.tell(request, person)));
  }

  private static ResponseEntity<byte[]> paper(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
