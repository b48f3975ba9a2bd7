package org.verger.approvals.web;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** What can be taken away from the page of a request. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/requests/{id}")
class RequestPapersPage {

  private final RequestPapers papers;
  private final Staff staff;

  RequestPapersPage(RequestPapers papers, Staff staff) {
    this.papers = papers;
    this.staff = staff;
  }

  @GetMapping("/attachments/{attachment}")
  ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable UUID attachment) {
    return papers.attachment(id, attachment, staff.person());
  }

  @GetMapping("/story.csv")
  ResponseEntity<byte[]> csv(@PathVariable UUID id) {
    return papers.csv(id, staff.person());
  }

  @GetMapping("/story.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return papers.pdf(id, staff.person());
  }
}
