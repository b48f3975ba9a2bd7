package org.verger.people.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.pages.PageController;
import org.verger.people.Membership;
import org.verger.people.PersonView;
import org.verger.people.UnknownPersonException;
import org.verger.requests.RequestForms;
import org.verger.tenants.Tenants;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The form of a person, new or known. */
@PageController
@PreAuthorize("isAuthenticated()")
class PersonEditPage {

  private static final String FORM = "people/edit";

  private final PeopleDesk desk;
  private final Within within;
  private final Tenants tenants;
  private final Staff staff;

  PersonEditPage(PeopleDesk desk, Within within, Tenants tenants, Staff staff) {
    this.desk = desk;
    this.within = within;
    this.tenants = tenants;
    this.staff = staff;
  }

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    model.addAttribute("units", within.changeable());
    model.addAttribute("everywhere", within.everywhere());
    model.addAttribute("memberships", Membership.codes());
    model.addAttribute("languages", tenants.current().languages());
    model.addAttribute("problems", Map.of());
    model.addAttribute("person", null);
  }

  @GetMapping("/people/new")
  ModelAndView empty() {
    if (within.changeable().isEmpty()) {
      throw new NotAllowedException("Your roles give you no right to enter people");
    }
    return new ModelAndView(FORM, "form", PersonFields.EMPTY);
  }

  @PostMapping("/people/new")
  ModelAndView enter(@ModelAttribute("form") PersonFields fields, RedirectAttributes flash) {
    try {
      PersonId id = desk.enter().enter(staff.person(), fields.form());
      flash.addFlashAttribute("done", "Entered.");
      return new ModelAndView("redirect:/people/" + id);
    } catch (InvalidInputException invalid) {
      return RequestForms.again(FORM, invalid);
    }
  }

  @GetMapping("/people/{id}/edit")
  ModelAndView before(@PathVariable UUID id) {
    PersonView person = changeable(id);
    return new ModelAndView(FORM, Map.of("person", person, "form", PersonFields.of(person)));
  }

  @PostMapping("/people/{id}/edit")
  ModelAndView change(
      @PathVariable UUID id,
      @ModelAttribute("form") PersonFields fields,
      RedirectAttributes flash) {
    try {
      desk.change().change(staff.person(), new PersonId(id), fields.version(), fields.form());
      flash.addFlashAttribute("done", "Saved.");
      return new ModelAndView("redirect:/people/" + id);
    } catch (InvalidInputException invalid) {
      return RequestForms.again(FORM, invalid).addObject("person", changeable(id));
    } catch (ChangedMeanwhileException changed) {
      return new ModelAndView(
          FORM, Map.of("person", changeable(id), "changed", true), HttpStatus.CONFLICT);
    }
  }

  private PersonView changeable(UUID id) {
    PersonId person = new PersonId(id);
    PersonView view =
        desk.details()
            .find(person, staff.person())
            .orElseThrow(() -> new UnknownPersonException(person));
    if (!view.changeable()) {
      throw new NotAllowedException("Your roles give you no right to change this person");
    }
    return view;
  }
}
