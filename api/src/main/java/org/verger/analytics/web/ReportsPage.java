package org.verger.analytics.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.analytics.Grain;
import org.verger.analytics.MessagePrices;
import org.verger.analytics.RequestBackFill;
import org.verger.analytics.Scope;
import org.verger.analytics.Series;
import org.verger.analytics.Subject;
import org.verger.organisation.Area;
import org.verger.organisation.Extent;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** The figures that somebody may read, as charts with the tables behind them. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/analytics")
class ReportsPage {

  private static final String OVERVIEW = "analytics/overview";
  private static final AskedRange DEFAULTS = new AskedRange(null, null, null, null);

  private static final Map<Subject, String> ICONS =
      Map.of(
          Subject.ATTENDANCE, "users",
          Subject.GIVING, "coins",
          Subject.FUNNEL, "funnel",
          Subject.APPROVALS, "list-checks",
          Subject.RETENTION, "heart-handshake",
          Subject.MESSAGES, "message-square");

  private final Reports reports;
  private final Panels panels;
  private final RequestBackFill backFill;
  private final MessagePrices prices;
  private final Staff staff;

  ReportsPage(
      Reports reports, Panels panels, RequestBackFill backFill, MessagePrices prices, Staff staff) {
    this.reports = reports;
    this.panels = panels;
    this.backFill = backFill;
    this.prices = prices;
    this.staff = staff;
  }

  /** The form of a back-fill, as it was filled in. */
  record Fields(@Nullable String from, @Nullable String to, @Nullable List<String> subjects) {

    /** Whether a subject is chosen; all are until somebody chooses. */
    public boolean has(String code) {
      return subjects == null || subjects.contains(code);
    }
  }

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    model.addAttribute("mayBackFill", reports.mayBackFill());
    model.addAttribute("problems", Map.of());
    model.addAttribute("readable", reports.readable());
    model.addAttribute("subjects", List.of(Subject.values()));
    model.addAttribute("icons", ICONS);
  }

  @GetMapping
  ModelAndView show() {
    return new ModelAndView(
        OVERVIEW,
        "form",
        new Fields(reports.today().withDayOfYear(1).toString(), reports.today().toString(), null));
  }

  @GetMapping("/{subject:[a-z]+}")
  ModelAndView subject(@PathVariable Subject subject, AskedRange asked, Model model) {
    model.addAttribute("asked", asked);
    model.addAttribute("units", reports.units(subject));
    model.addAttribute("grains", List.of(Grain.values()));
    model.addAttribute("price", prices.sms().orElse(null));
    try {
      return page(reports.read(subject, asked));
    } catch (InvalidInputException invalid) {
      return page(reports.read(subject, DEFAULTS))
          .addAllObjects(RequestForms.again(OVERVIEW, invalid).getModel());
    }
  }

  private ModelAndView page(Series series) {
    return new ModelAndView("analytics/subject")
        .addObject("series", series)
        .addObject(
            "through", series.through() == null ? null : PanelMaker.written(series.through()))
        .addObject("panels", panels.of(series).stream().filter(Panel::isFilled).toList());
  }

  /** Asks for a run that makes figures anew. */
  @PostMapping("/back-fill")
  ModelAndView fillBack(@ModelAttribute("form") Fields fields, RedirectAttributes flash) {
    try {
      Scope scope =
          Scope.range(AskedRange.day("from", fields.from()), AskedRange.day("to", fields.to()));
      backFill.request(staff.person(), scope, chosen(fields));
      flash.addFlashAttribute(
          "done", "Asked for. The figures are there as soon as the run has come to them.");
      return new ModelAndView("redirect:/analytics");
    } catch (InvalidInputException invalid) {
      return RequestForms.again(OVERVIEW, invalid);
    }
  }

  private static Set<Subject> chosen(Fields fields) {
    List<String> codes = fields.subjects() == null ? List.of() : fields.subjects();
    return codes.stream().map(Subject::of).collect(Collectors.toSet());
  }

  /** Sets what an SMS segment costs. */
  @PostMapping("/messages/price")
  String price(@RequestParam(defaultValue = "") String price, RedirectAttributes flash) {
    try {
      prices.setSms(staff.person(), new BigDecimal(Given.text(price)));
      flash.addFlashAttribute("done", "The price is kept, and counts for all periods.");
    } catch (NumberFormatException wrong) {
      flash.addFlashAttribute("problem", "Write the price in digits, as in 0.0079");
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute("problem", invalid.errors().getFirst().message());
    }
    return "redirect:/analytics/messages";
  }

  @Bean
  static NavigationEntry reportsEntry() {
    return NavigationEntry.forEntitled(
        "Reports", "/analytics", "chart-column", 250, Extent.GROUP, Area.REPORTS);
  }
}
