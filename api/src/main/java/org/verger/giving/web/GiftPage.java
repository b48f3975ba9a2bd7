package org.verger.giving.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.audit.Audit;
import org.verger.giving.Contribution;
import org.verger.giving.ContributionClosedException;
import org.verger.giving.Contributions;
import org.verger.giving.EnterContribution;
import org.verger.giving.TakeBackContribution;
import org.verger.organisation.Area;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** One gift, and taking it back. */
@PageController
@PreAuthorize("isAuthenticated()")
class GiftPage {

  private final Contributions contributions;
  private final TakeBackContribution takeBack;
  private final Audit audit;
  private final Staff staff;

  GiftPage(Contributions contributions, TakeBackContribution takeBack, Audit audit, Staff staff) {
    this.contributions = contributions;
    this.takeBack = takeBack;
    this.audit = audit;
    this.staff = staff;
  }

  @GetMapping("/giving/{id:\\d{1,18}}")
  ModelAndView show(@PathVariable long id) {
    return page(contributions.require(id, staff.someReach(Area.MONEY)), Map.of(), HttpStatus.OK);
  }

  private ModelAndView page(Contribution gift, Map<String, String> problems, HttpStatus status) {
    return new ModelAndView(
            "giving/gift",
            Map.of(
                "gift",
                gift,
                "problems",
                problems,
                "history",
                audit.of(EnterContribution.subject(gift.id()))),
            status)
        .addObject("reason", "");
  }

  @PostMapping("/giving/{id:\\d{1,18}}/take-back")
  ModelAndView takeBack(
      @PathVariable long id,
      @RequestParam @Nullable Integer version,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes flash) {
    try {
      takeBack.takeBack(staff.person(), id, version, reason);
      flash.addFlashAttribute("done", "Taken back. Both stay in the books and make nothing.");
    } catch (InvalidInputException invalid) {
      Contribution gift = contributions.require(id, staff.someReach(Area.MONEY));
      return page(gift, RequestForms.problems(invalid), HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("reason", reason);
    } catch (ContributionClosedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    } catch (ChangedMeanwhileException changed) {
      flash.addFlashAttribute("problem", "It was changed meanwhile. This is how it is now.");
    }
    return new ModelAndView("redirect:/giving/" + id);
  }
}
