package org.verger.approvals.web;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.ApprovalSettings;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** What the church has set for its chains. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/organisation/approvals")
class ApprovalSettingsPage {

  private static final String PAGE = "approvals/settings";

  private final ApprovalSettings settings;
  private final Staff staff;

  ApprovalSettingsPage(ApprovalSettings settings, Staff staff) {
    this.settings = settings;
    this.staff = staff;
  }

  /** The form, as it was typed; the units are {@code hours} or {@code days}. */
  record Fields(
      @Nullable String reminder,
      @Nullable String reminderUnit,
      @Nullable String escalation,
      @Nullable String escalationUnit,
      @Nullable String boardQuorum,
      @Nullable String splitDays,
      @Nullable String digestTime,
      @Nullable String link,
      @Nullable String linkUnit) {

    static Fields of(ApprovalSettings.Values values) {
      return new Fields(
          count(values.reminder()),
          unit(values.reminder()),
          count(values.escalation()),
          unit(values.escalation()),
          String.valueOf(values.boardQuorum()),
          String.valueOf(values.splitDays()),
          values.digestTime().toString(),
          count(values.linkLifetime()),
          unit(values.linkLifetime()));
    }

    private static String unit(Duration time) {
      return time.toHours() % 24 == 0 ? "days" : "hours";
    }

    private static String count(Duration time) {
      return String.valueOf(time.toHours() % 24 == 0 ? time.toDays() : time.toHours());
    }

    ApprovalSettings.Values values() {
      return new ApprovalSettings.Values(
          time("reminder", reminder, reminderUnit),
          time("escalation", escalation, escalationUnit),
          number("boardQuorum", boardQuorum),
          number("splitDays", splitDays),
          ApprovalSettingsApi.Settings.time(digestTime),
          time("linkLifetime", link, linkUnit));
    }

    private static Duration time(String field, @Nullable String count, @Nullable String unit) {
      int number = number(field, count);
      return "days".equals(unit) ? Duration.ofDays(number) : Duration.ofHours(number);
    }

    private static int number(String field, @Nullable String text) {
      String digits = Given.text(text);
      if (!digits.matches("\\d{1,5}")) {
        throw InvalidInputException.of(field, "Write a number");
      }
      return Integer.parseInt(digits);
    }
  }

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    model.addAttribute("mayChange", staff.reach(Area.SYSTEM).everything());
    model.addAttribute("problems", Map.of());
  }

  @GetMapping
  ModelAndView show() {
    return new ModelAndView(PAGE, "form", Fields.of(settings.current()));
  }

  @PostMapping
  ModelAndView change(@ModelAttribute("form") Fields fields, RedirectAttributes flash) {
    try {
      settings.change(staff.person(), fields.values());
      flash.addFlashAttribute(
          "done", "Saved. It counts for every step that is opened from now on.");
    } catch (InvalidInputException invalid) {
      return RequestForms.again(PAGE, invalid);
    } catch (NotAllowedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return new ModelAndView("redirect:/organisation/approvals");
  }
}
