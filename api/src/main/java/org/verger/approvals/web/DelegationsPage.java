package org.verger.approvals.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.Delegations;
import org.verger.organisation.PersonId;
import org.verger.pages.PageController;
import org.verger.requests.LocalTimes;
import org.verger.requests.PersonChoice;
import org.verger.requests.RequestForms;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Staff;

/** Who decides in whose place, while somebody is away. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/delegations")
class DelegationsPage {

  private static final String PAGE = "approvals/delegations";

  private final Delegations delegations;
  private final PersonChoice people;
  private final Tenants tenants;
  private final Clock clock;
  private final Staff staff;

  DelegationsPage(
      Delegations delegations, PersonChoice people, Tenants tenants, Clock clock, Staff staff) {
    this.delegations = delegations;
    this.people = people;
    this.tenants = tenants;
    this.clock = clock;
    this.staff = staff;
  }

  /** The form, as it was typed; times of the church's clock. */
  record Fields(
      @Nullable String name,
      @Nullable String person,
      @Nullable String since,
      @Nullable String until) {}

  @ModelAttribute
  void surroundings(Model model) {
    PersonId me = staff.person();
    List<Delegations.Delegation> all = delegations.of(me);
    model.addAttribute("given", all.stream().filter(one -> one.personId().equals(me)).toList());
    model.addAttribute(
        "received", all.stream().filter(one -> one.delegateId().equals(me)).toList());
    model.addAttribute("zone", zone());
    model.addAttribute("problems", Map.of());
    model.addAttribute("found", List.of());
  }

  @GetMapping
  ModelAndView show() {
    Instant now = clock.instant();
    return new ModelAndView(
        PAGE,
        "form",
        new Fields(
            null,
            null,
            LocalTimes.write(now, zone()),
            LocalTimes.write(now.plus(7, ChronoUnit.DAYS), zone())));
  }

  @PostMapping
  ModelAndView delegate(@ModelAttribute("form") Fields fields, RedirectAttributes flash) {
    try {
      PersonId delegate = people.require("person", fields.person(), fields.name());
      Period period = period(fields);
      delegations.delegate(staff.person(), delegate, period.since(), period.until());
      flash.addFlashAttribute(
          "done", people.nameOf(delegate.value()) + " decides in your place in this time.");
      return new ModelAndView("redirect:/delegations");
    } catch (InvalidInputException invalid) {
      return RequestForms.again(PAGE, explained(invalid))
          .addObject("found", people.found(fields.name()));
    }
  }

  @PostMapping("/{id}/end")
  String end(@PathVariable UUID id, RedirectAttributes flash) {
    boolean ended = delegations.end(staff.person(), id);
    flash.addFlashAttribute("done", ended ? "Ended. You decide alone again." : "It had ended.");
    return "redirect:/delegations";
  }

  private record Period(Instant since, Instant until) {}

  private Period period(Fields fields) {
    Optional<Instant> since = LocalTimes.parse(fields.since(), zone());
    Optional<Instant> until = LocalTimes.parse(fields.until(), zone());
    List<FieldError> missing = new ArrayList<>();
    if (since.isEmpty()) {
      missing.add(new FieldError("since", "Say from when"));
    }
    if (until.isEmpty()) {
      missing.add(new FieldError("until", "Say until when"));
    }
    if (!missing.isEmpty()) {
      throw new InvalidInputException(missing);
    }
    return new Period(since.orElseThrow(), until.orElseThrow());
  }

  private static InvalidInputException explained(InvalidInputException invalid) {
    return new InvalidInputException(
        invalid.errors().stream()
            .map(
                error ->
                    error.field().equals("delegate")
                        ? new FieldError("person", error.message())
                        : error)
            .toList());
  }

  private ZoneId zone() {
    return tenants.current().zone();
  }
}
