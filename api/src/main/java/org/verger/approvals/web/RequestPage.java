package org.verger.approvals.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.AddToRequest;
import org.verger.approvals.ExecuteRequest;
import org.verger.approvals.RequestClosedException;
import org.verger.approvals.RequestDetails;
import org.verger.approvals.RequestId;
import org.verger.approvals.Status;
import org.verger.approvals.SubmitWithFiles;
import org.verger.approvals.WithdrawRequest;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.Units;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.requests.Uploads;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** One request: where it stands, what it is about, what happened; asks for itself again. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/requests/{id}")
class RequestPage {

  private final RequestDetails details;
  private final StoryTeller teller;
  private final Changes changes;
  private final Units units;
  private final Staff staff;

  RequestPage(
      RequestDetails details, StoryTeller teller, Changes changes, Units units, Staff staff) {
    this.details = details;
    this.teller = teller;
    this.changes = changes;
    this.units = units;
    this.staff = staff;
  }

  /** What can be done to a request on its page. */
  @Component("requestPageChanges")
  record Changes(
      AddToRequest add, SubmitWithFiles files, WithdrawRequest withdraw, ExecuteRequest execute) {}

  @GetMapping
  String show(@PathVariable UUID id, HttpServletRequest asked, Model model) {
    RequestDetails.View view = details.show(new RequestId(id), staff.person());
    Status status = view.request().status();
    boolean mine = view.request().parties().requester().equals(staff.person());
    model.addAttribute("view", view);
    model.addAttribute("story", teller.tell(new RequestId(id), staff.person()).reversed());
    model.addAttribute("mine", mine);
    model.addAttribute("open", status.isOpen());
    model.addAttribute(
        "returned", status == Status.RETURNED ? RequestForms.lastReturn(view).orElse(null) : null);
    model.addAttribute("mayRetry", !view.failures().isEmpty() && looksAfter(view));
    return Fragments.view(asked, "approvals/request", "now");
  }

  private boolean looksAfter(RequestDetails.View view) {
    return staff.reach(Area.SYSTEM).covers(units.require(view.request().unit()));
  }

  @PostMapping("/comments")
  String comment(@PathVariable UUID id, @RequestParam String comment, RedirectAttributes flash) {
    return attempt(
        id,
        flash,
        () -> {
          changes.add().comment(new RequestId(id), staff.person(), comment);
          return "Your remark is there for everybody who sees this request.";
        });
  }

  @PostMapping("/attachments")
  String attach(
      @PathVariable UUID id, @RequestParam List<MultipartFile> files, RedirectAttributes flash) {
    RequestId request = new RequestId(id);
    return attempt(
        id,
        flash,
        () -> {
          changes.files().submit(staff.person(), Uploads.of(files), () -> request);
          return "Added.";
        });
  }

  @PostMapping("/withdrawal")
  String withdraw(@PathVariable UUID id, RedirectAttributes flash) {
    return attempt(
        id,
        flash,
        () -> {
          changes.withdraw().withdraw(seen(id), staff.person());
          return "Withdrawn. Nobody has to decide it any more.";
        });
  }

  @PostMapping("/retry")
  String retry(@PathVariable UUID id, RedirectAttributes flash) {
    return attempt(
        id,
        flash,
        () ->
            changes.execute().retry(seen(id), staff.person())
                ? "It is being tried again."
                : "There is nothing left that has failed.");
  }

  // Who may not see a request does not learn that it is there.
  private RequestId seen(UUID id) {
    return details.show(new RequestId(id), staff.person()).request().id();
  }

  private interface Change {
    String make();
  }

  private static String attempt(UUID id, RedirectAttributes flash, Change change) {
    try {
      flash.addFlashAttribute("done", change.make());
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute("problem", invalid.errors().getFirst().message());
    } catch (NotAllowedException | RequestClosedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return "redirect:/requests/" + id;
  }
}
