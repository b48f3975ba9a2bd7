package org.verger.groups.web;

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
import org.verger.groups.GroupId;
import org.verger.groups.GroupKind;
import org.verger.groups.GroupView;
import org.verger.organisation.Area;
import org.verger.organisation.Reach;
import org.verger.organisation.Units;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The form of a group, new or known. */
@PageController
@PreAuthorize("isAuthenticated()")
class GroupEditPage {

  private static final String FORM = "groups/edit";

  private final GroupDesk desk;
  private final Units units;
  private final Staff staff;

  GroupEditPage(GroupDesk desk, Units units, Staff staff) {
    this.desk = desk;
    this.units = units;
    this.staff = staff;
  }

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    Reach reach = staff.reach(Area.PEOPLE);
    model.addAttribute("units", units.all().stream().filter(reach::covers).toList());
    model.addAttribute("kinds", GroupKind.codes());
    model.addAttribute("problems", Map.of());
    model.addAttribute("group", null);
  }

  @GetMapping("/groups/new")
  ModelAndView empty() {
    return new ModelAndView(FORM, "form", GroupFields.EMPTY);
  }

  @PostMapping("/groups/new")
  ModelAndView enter(@ModelAttribute("form") GroupFields fields, RedirectAttributes flash) {
    try {
      GroupId id = desk.enter().enter(staff.person(), fields.form());
      flash.addFlashAttribute("done", "Entered. Now say who belongs to it.");
      return new ModelAndView("redirect:/groups/" + id);
    } catch (InvalidInputException invalid) {
      return RequestForms.again(FORM, invalid);
    }
  }

  @GetMapping("/groups/{id}/edit")
  ModelAndView before(@PathVariable UUID id) {
    GroupView group = desk.require(new GroupId(id), staff.person());
    return new ModelAndView(FORM, Map.of("group", group, "form", GroupFields.of(group)));
  }

  @PostMapping("/groups/{id}/edit")
  ModelAndView change(
      @PathVariable UUID id, @ModelAttribute("form") GroupFields fields, RedirectAttributes flash) {
    GroupId group = new GroupId(id);
    try {
      desk.change().change(staff.person(), group, fields.version(), fields.form());
      flash.addFlashAttribute("done", "Saved.");
      return new ModelAndView("redirect:/groups/" + id);
    } catch (InvalidInputException invalid) {
      return RequestForms.again(FORM, invalid)
          .addObject("group", desk.require(group, staff.person()));
    } catch (ChangedMeanwhileException changed) {
      return new ModelAndView(
          FORM,
          Map.of("group", desk.require(group, staff.person()), "changed", true),
          HttpStatus.CONFLICT);
    }
  }
}
