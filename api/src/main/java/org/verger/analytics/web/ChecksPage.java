package org.verger.analytics.web;

import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.analytics.Finding;
import org.verger.analytics.Findings;
import org.verger.analytics.ReleaseHold;
import org.verger.analytics.RequestBackFill;
import org.verger.analytics.Scope;
import org.verger.analytics.Subject;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.pages.PageController;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** What the checks of each night found, for those who read the whole church's figures. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/analytics/checks")
class ChecksPage {

  private final Findings findings;
  private final ReleaseHold releaseHold;
  private final RequestBackFill backFill;
  private final Staff staff;

  ChecksPage(Findings findings, ReleaseHold releaseHold, RequestBackFill backFill, Staff staff) {
    this.findings = findings;
    this.releaseHold = releaseHold;
    this.backFill = backFill;
    this.staff = staff;
  }

  /** A finding with its days as the church writes them. */
  public record Shown(Finding finding, String days) {}

  @GetMapping
  String show(Model model) {
    requireReports();
    model.addAttribute("shown", findings.latest().stream().map(ChecksPage::shown).toList());
    model.addAttribute("mayRelease", staff.reach(Area.SYSTEM).everything());
    return "analytics/checks";
  }

  private void requireReports() {
    staff.person();
    if (!staff.reach(Area.REPORTS).everything()) {
      throw new NotAllowedException(
          "This concerns the whole church and needs full rights (area reports)");
    }
  }

  private static Shown shown(Finding finding) {
    Scope scope = finding.scope();
    String last = PanelMaker.written(scope.through());
    return new Shown(
        finding,
        scope.isNight()
            ? "Night after " + last
            : "Back-fill " + PanelMaker.written(scope.from()) + " to " + last);
  }

  /** Has figures made although something was found. */
  @PostMapping("/release")
  String release(
      @RequestParam String from,
      @RequestParam String through,
      @RequestParam String check,
      @RequestParam String subject,
      RedirectAttributes flash) {
    return attempt(
        flash,
        () -> {
          Scope scope = scope(from, through);
          releaseHold.release(staff.person(), scope, check);
          return backFill.again(staff.person(), scope, Subject.of(subject))
              ? "Released. The figures are being made."
              : "Released.";
        });
  }

  /** Checks again, once the records were put right. */
  @PostMapping("/again")
  String again(
      @RequestParam String from,
      @RequestParam String through,
      @RequestParam String subject,
      RedirectAttributes flash) {
    return attempt(
        flash,
        () ->
            backFill.again(staff.person(), scope(from, through), Subject.of(subject))
                ? "Asked for. What is still wrong shows here again."
                : "No day waits any more.");
  }

  private static Scope scope(String from, String through) {
    return new Scope(
        from.equals(Scope.EVER.toString()) ? Scope.EVER : AskedRange.day("from", from),
        AskedRange.day("through", through));
  }

  private static String attempt(RedirectAttributes flash, Supplier<String> work) {
    try {
      flash.addFlashAttribute("done", work.get());
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute(
          "problem",
          String.join(" ", invalid.errors().stream().map(error -> error.message()).toList()));
    }
    return "redirect:/analytics/checks";
  }
}
