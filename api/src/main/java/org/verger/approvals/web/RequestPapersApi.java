package org.verger.approvals.web;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.verger.approvals.AddToRequest;
import org.verger.approvals.NewFile;
import org.verger.approvals.RequestId;
import org.verger.deployment.RunsInRole;
import org.verger.requests.Uploads;
import org.verger.web.Staff;

/** The files of a request, and its story as CSV and PDF. */
@RestController
@RequestMapping("/api/v1/requests/{id}")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class RequestPapersApi {

  private final RequestPapers papers;
  private final AddToRequest add;
  private final Staff staff;

  RequestPapersApi(RequestPapers papers, AddToRequest add, Staff staff) {
    this.papers = papers;
    this.add = add;
    this.staff = staff;
  }

  /** A file that was taken. */
  record Attached(UUID id) {}

  /** Adds a PDF, a picture, a text or a CSV file of at most 10 MB while the request is open. */
  @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Attached> attach(@PathVariable UUID id, @RequestParam MultipartFile file) {
    NewFile given = Uploads.of(file);
    UUID attached =
        add.attach(
            new RequestId(id), staff.person(), given.name(), given.mediaType(), given.content());
    return ResponseEntity.created(
            URI.create("/api/v1/requests/%s/attachments/%s".formatted(id, attached)))
        .body(new Attached(attached));
  }

  @GetMapping("/attachments/{attachment}")
  ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable UUID attachment) {
    return papers.attachment(id, attachment, staff.person());
  }

  /** What happened to it, as a table. */
  @GetMapping("/story.csv")
  ResponseEntity<byte[]> csv(@PathVariable UUID id) {
    return papers.csv(id, staff.person());
  }

  /** What it is about and what happened to it, to print. */
  @GetMapping("/story.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return papers.pdf(id, staff.person());
  }
}
