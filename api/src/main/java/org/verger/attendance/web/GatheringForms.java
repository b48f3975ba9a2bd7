package org.verger.attendance.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.attendance.Gathering;
import org.verger.attendance.Gatherings;
import org.verger.organisation.Area;
import org.verger.organisation.Reach;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The forms by which gatherings are written down and put right. */
@PageController
@PreAuthorize("isAuthenticated()")
class GatheringForms {

  private static final String FORM = "attendance/edit";

  private final GatheringsApi.Ways ways;
  private final Gatherings gatherings;
  private final AttendanceChoices choices;
  private final Staff staff;

  GatheringForms(
      GatheringsApi.Ways ways, Gatherings gatherings, AttendanceChoices choices, Staff staff) {
    this.ways = ways;
    this.gatherings = gatherings;
    this.choices = choices;
    this.staff = staff;
  }

  @ModelAttribute
  void surroundings(Model model) {
    choices.addTo(model, reach());
    model.addAttribute("problems", Map.of());
    model.addAttribute("gathering", null);
    model.addAttribute("version", null);
  }

  /** An empty form; the address can say what is known already. */
  @GetMapping("/attendance/new")
  String empty(@ModelAttribute("form") GatheringFields fields) {
    return FORM;
  }

  @PostMapping("/attendance/new")
  ModelAndView add(@ModelAttribute("form") GatheringFields fields, RedirectAttributes flash) {
    try {
      UUID id = ways.add().add(staff.person(), fields.gathering());
      flash.addFlashAttribute("done", "Written down. Mark who was there.");
      return new ModelAndView("redirect:/attendance/" + id);
    } catch (InvalidInputException invalid) {
      return RequestForms.again(FORM, invalid);
    }
  }

  @GetMapping("/attendance/{id}/edit")
  ModelAndView before(@PathVariable UUID id) {
    Gathering one = gatherings.require(id, reach());
    return form(one, one.version(), HttpStatus.OK).addObject("form", GatheringFields.of(one));
  }

  @PostMapping("/attendance/{id}/edit")
  ModelAndView change(
      @PathVariable UUID id,
      @ModelAttribute("form") GatheringFields fields,
      @RequestParam int version,
      RedirectAttributes flash) {
    Gathering before = gatherings.require(id, reach());
    try {
      ways.change().change(staff.person(), id, version, fields.gathering());
      flash.addFlashAttribute("done", "Saved.");
    } catch (InvalidInputException invalid) {
      return form(before, version, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("problems", RequestForms.problems(invalid));
    } catch (ChangedMeanwhileException changed) {
      flash.addFlashAttribute(
          "problem", "Somebody changed it meanwhile. This is how it is now: change it again.");
      return new ModelAndView("redirect:/attendance/" + id + "/edit");
    }
    return new ModelAndView("redirect:/attendance/" + id);
  }

  private static ModelAndView form(Gathering one, int version, HttpStatus status) {
    return new ModelAndView(FORM, Map.of("gathering", one, "version", version), status);
  }

  private Reach reach() {
    return staff.someReach(Area.EVENTS);
  }
}
