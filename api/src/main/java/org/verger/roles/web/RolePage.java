package org.verger.roles.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.Chains;
import org.verger.approvals.Question;
import org.verger.approvals.RequestId;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.PersonId;
import org.verger.organisation.Rights;
import org.verger.organisation.Role;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.pages.PageController;
import org.verger.requests.PersonChoice;
import org.verger.requests.RequestForms;
import org.verger.roles.AskForRole;
import org.verger.roles.RoleRequests;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** The form by which people ask that somebody be given a role, anew or again. */
@PageController
@PreAuthorize("isAuthenticated()")
class RolePage {

  private static final String FORM = "roles/ask";

  private final AskForRole askForRole;
  private final RoleRequests requests;
  private final Choices choices;
  private final RequestForms forms;
  private final Staff staff;

  RolePage(
      AskForRole askForRole,
      RoleRequests requests,
      Choices choices,
      RequestForms forms,
      Staff staff) {
    this.askForRole = askForRole;
    this.requests = requests;
    this.choices = choices;
    this.forms = forms;
    this.staff = staff;
  }

  /** The form, as it was typed. */
  record Fields(
      @Nullable String name,
      @Nullable String person,
      @Nullable String role,
      @Nullable String unit,
      @Nullable String reason) {

    static Fields of(RoleRequests.RoleRequest asked) {
      return new Fields(
          asked.name(),
          asked.person().toString(),
          asked.role().value(),
          asked.unit().toString(),
          asked.reason());
    }
  }

  /** What can be chosen in the form. */
  @Component("roleChoices")
  @RunsInRole(RunsInRole.API)
  record Choices(PersonChoice people, Units units, Rights rights, Chains chains) {

    /** The roles that a chain decides on; the others an administrator gives. */
    List<String> roles() {
      return rights.matrix().stream()
          .map(row -> row.role())
          .filter(role -> !chains.of(new Question.ForRole(role)).isEmpty())
          .map(Role::value)
          .toList();
    }

    AskForRole.Wanted wanted(Fields fields) {
      PersonId person = people.require("person", fields.person(), fields.name());
      return new AskForRole.Wanted(
          person, role(fields.role()), unit(fields.unit()), Given.optional(fields.reason()));
    }

    private static Role role(@Nullable String value) {
      try {
        return new Role(Given.text(value));
      } catch (IllegalArgumentException none) {
        throw InvalidInputException.of("role", "Choose the role");
      }
    }

    private static UnitId unit(@Nullable String value) {
      if (Given.text(value).isEmpty()) {
        throw InvalidInputException.of("unit", "Choose where the role is held");
      }
      return new UnitId(Given.id("unit", value));
    }
  }

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    model.addAttribute("units", choices.units().all());
    model.addAttribute("roles", choices.roles());
    model.addAttribute("problems", Map.of());
    model.addAttribute("returned", null);
    model.addAttribute("found", List.of());
  }

  @GetMapping("/requests/new/role")
  ModelAndView empty() {
    return new ModelAndView(FORM, "form", new Fields(null, null, null, null, null));
  }

  @PostMapping("/requests/new/role")
  ModelAndView send(
      @ModelAttribute("form") Fields fields,
      @RequestParam @Nullable List<MultipartFile> files,
      RedirectAttributes flash) {
    return forms.take(
        new RequestForms.Sent(
            FORM, files, flash, Map.of("found", choices.people().found(fields.name()))),
        by -> askForRole.ask(by, choices.wanted(fields)));
  }

  @GetMapping("/requests/{id}/edit/role")
  ModelAndView before(@PathVariable UUID id) {
    RequestForms.Returned returned = forms.returned(id);
    return new ModelAndView(
        FORM,
        Map.of(
            "returned",
            returned,
            "form",
            requests
                .find(new RequestId(id))
                .map(Fields::of)
                .orElseThrow(() -> new UnknownRequestException(id.toString()))));
  }

  @PostMapping("/requests/{id}/edit/role")
  ModelAndView sendAgain(
      @PathVariable UUID id,
      @ModelAttribute("form") Fields fields,
      @RequestParam @Nullable List<MultipartFile> files,
      RedirectAttributes flash) {
    RequestForms.Returned returned = forms.returned(id);
    return forms.take(
        new RequestForms.Sent(
            FORM,
            files,
            flash,
            Map.of("returned", returned, "found", choices.people().found(fields.name()))),
        by -> {
          RequestId request = new RequestId(id);
          askForRole.askAgain(request, by, choices.wanted(fields));
          return request;
        });
  }
}
