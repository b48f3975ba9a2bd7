package org.verger.expenses.web;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.RequestClosedException;
import org.verger.approvals.RequestId;
import org.verger.expenses.MarkPaid;
import org.verger.expenses.Payout;
import org.verger.expenses.Payouts;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.pages.PageController;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** What is to be paid by hand, and what was. */
@PageController
@PreAuthorize("isAuthenticated()")
class PayoutsPage {

  private final Payouts payouts;
  private final MarkPaid markPaid;
  private final Staff staff;

  PayoutsPage(Payouts payouts, MarkPaid markPaid, Staff staff) {
    this.payouts = payouts;
    this.markPaid = markPaid;
    this.staff = staff;
  }

  @GetMapping("/payouts")
  String show(Model model) {
    staff.person();
    List<Payout> all = payouts.list(staff.reach(Area.MONEY));
    model.addAttribute("waiting", all.stream().filter(one -> one.paidAt() == null).toList());
    model.addAttribute("paid", all.stream().filter(one -> one.paidAt() != null).toList());
    return "expenses/payouts";
  }

  @PostMapping("/payouts/{request}")
  String pay(
      @PathVariable UUID request,
      @RequestParam(defaultValue = "") String method,
      @RequestParam(defaultValue = "") String reference,
      RedirectAttributes flash) {
    try {
      boolean paid =
          markPaid.pay(new RequestId(request), staff.person(), method, Given.optional(reference));
      flash.addFlashAttribute(
          "done", paid ? "Paid. The request says so too." : "Somebody had paid it before.");
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute("problem", "Say how it was paid: by transfer, cheque or cash.");
    } catch (NotAllowedException | RequestClosedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return "redirect:/payouts";
  }
}
