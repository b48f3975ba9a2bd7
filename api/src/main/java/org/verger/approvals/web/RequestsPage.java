package org.verger.approvals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.verger.approvals.Request;
import org.verger.approvals.RequestDetails;
import org.verger.approvals.RequestKinds;
import org.verger.money.Money;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** What somebody asked for, and who has it now. */
@PageController
@PreAuthorize("isAuthenticated()")
class RequestsPage {

  private final RequestDetails details;
  private final RequestKinds kinds;
  private final Staff staff;

  RequestsPage(RequestDetails details, RequestKinds kinds, Staff staff) {
    this.details = details;
    this.kinds = kinds;
    this.staff = staff;
  }

  /**
   * A request in the list.
   *
   * @param amount as people read it; null when it is not about money
   * @param waiting the steps that somebody is to decide now
   */
  record Row(
      Request request,
      String status,
      @Nullable String amount,
      List<RequestDetails.StepView> waiting) {}

  @GetMapping("/requests")
  String show(Model model) {
    model.addAttribute("rows", details.madeBy(staff.person()).stream().map(this::row).toList());
    return "approvals/requests";
  }

  private Row row(Request request) {
    Long amount = request.amount();
    String currency = request.currency();
    return new Row(
        request,
        kinds.statusOf(request),
        amount == null || currency == null ? null : Money.ofMinor(amount, currency).text(),
        details.waiting(request));
  }

  @Bean
  static NavigationEntry requestsEntry() {
    return NavigationEntry.forEverybody("Requests", "/requests", "send", 160);
  }
}
