package org.verger.people.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.verger.people.HouseholdId;
import org.verger.people.HouseholdRole;
import org.verger.people.HouseholdView;
import org.verger.people.PersonCard;
import org.verger.people.UnknownHouseholdException;
import org.verger.requests.RequestForms;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** The form of a family, new or known. A new one begins with somebody who belongs to it. */
@PageController
@PreAuthorize("isAuthenticated()")
class FamilyEditPage {

  private static final String FORM = "people/family-edit";

  private final FamilyDesk desk;
  private final Within within;
  private final Staff staff;

  FamilyEditPage(FamilyDesk desk, Within within, Staff staff) {
    this.desk = desk;
    this.within = within;
    this.staff = staff;
  }

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    model.addAttribute("familyRoles", HouseholdRole.codes());
    model.addAttribute("problems", Map.of());
    model.addAttribute("family", null);
    model.addAttribute("found", List.of());
  }

  @GetMapping("/families/new")
  ModelAndView empty(@ModelAttribute("form") FamilyFields fields) {
    return new ModelAndView(FORM, "found", within.called(fields.search()));
  }

  @PostMapping("/families/new")
  ModelAndView enter(@ModelAttribute("form") FamilyFields fields, RedirectAttributes flash) {
    List<PersonCard> found = within.called(fields.search());
    try {
      HouseholdId id =
          desk.enter()
              .enter(staff.person(), fields.form(), first(fields, found), role(fields.role()));
      flash.addFlashAttribute("done", "Entered.");
      return new ModelAndView("redirect:/families/" + id);
    } catch (InvalidInputException invalid) {
      return RequestForms.again(FORM, invalid).addObject("found", found);
    }
  }

  private static @Nullable PersonId first(FamilyFields fields, List<PersonCard> found) {
    if (!Given.text(fields.person()).isEmpty()) {
      return new PersonId(Given.id("person", fields.person()));
    }
    if (Given.text(fields.search()).isEmpty()) {
      return null;
    }
    if (found.size() != 1) {
      throw InvalidInputException.of(
          "person",
          found.isEmpty()
              ? "Nobody is called that. Try a shorter part of the name"
              : "Several people are called that. Choose the one you mean");
    }
    return new PersonId(found.getFirst().id());
  }

  private static HouseholdRole role(@Nullable String code) {
    return Given.text(code).isEmpty() ? HouseholdRole.HEAD : Filters.role(code);
  }

  @GetMapping("/families/{id}/edit")
  ModelAndView before(@PathVariable UUID id) {
    HouseholdView family = changeable(id);
    return new ModelAndView(FORM, Map.of("family", family, "form", FamilyFields.of(family)));
  }

  @PostMapping("/families/{id}/edit")
  ModelAndView change(
      @PathVariable UUID id,
      @ModelAttribute("form") FamilyFields fields,
      RedirectAttributes flash) {
    try {
      desk.change().change(staff.person(), new HouseholdId(id), fields.version(), fields.form());
      flash.addFlashAttribute("done", "Saved.");
      return new ModelAndView("redirect:/families/" + id);
    } catch (InvalidInputException invalid) {
      return RequestForms.again(FORM, invalid).addObject("family", changeable(id));
    } catch (ChangedMeanwhileException changed) {
      return new ModelAndView(
          FORM, Map.of("family", changeable(id), "changed", true), HttpStatus.CONFLICT);
    }
  }

  private HouseholdView changeable(UUID id) {
    HouseholdId family = new HouseholdId(id);
    HouseholdView view =
        desk.details()
            .find(family, staff.person())
            .orElseThrow(() -> new UnknownHouseholdException(family));
    if (!view.changeable()) {
      throw new NotAllowedException("Members of this family are beyond your reach");
    }
    return view;
  }
}
