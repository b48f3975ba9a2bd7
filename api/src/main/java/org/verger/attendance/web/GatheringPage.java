package org.verger.attendance.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.attendance.CountHeads;
import org.verger.attendance.Gathering;
import org.verger.attendance.Gatherings;
import org.verger.attendance.MarkAttendance;
import org.verger.attendance.WhoWasThere;
import org.verger.organisation.Area;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** One gathering: how many were counted, and who was there. */
@PageController
@PreAuthorize("isAuthenticated()")
class GatheringPage {

  private final Gatherings gatherings;
  private final WhoWasThere whoWasThere;
  private final MarkAttendance mark;
  private final CountHeads countHeads;
  private final Staff staff;

  GatheringPage(
      Gatherings gatherings,
      WhoWasThere whoWasThere,
      MarkAttendance mark,
      CountHeads countHeads,
      Staff staff) {
    this.gatherings = gatherings;
    this.whoWasThere = whoWasThere;
    this.mark = mark;
    this.countHeads = countHeads;
    this.staff = staff;
  }

  @GetMapping("/attendance/{id}")
  ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "") String search) {
    Gathering gathering = gatherings.require(id, staff.someReach(Area.EVENTS));
    Integer heads = gathering.headcount();
    return page(gathering, search, HttpStatus.OK)
        .addObject("problems", Map.of())
        .addObject("headcount", heads == null ? "" : heads.toString());
  }

  private ModelAndView page(Gathering gathering, String search, HttpStatus status) {
    return new ModelAndView(
        "attendance/gathering",
        Map.of(
            "gathering",
            gathering,
            "present",
            whoWasThere.present(gathering.id()),
            "offered",
            whoWasThere.offered(gathering, Given.optional(search)),
            "search",
            search.strip()),
        status);
  }

  @PostMapping("/attendance/{id}/headcount")
  ModelAndView count(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String headcount,
      RedirectAttributes flash) {
    try {
      countHeads.count(staff.person(), id, version, GatheringFields.heads(headcount));
      flash.addFlashAttribute("done", "Saved.");
    } catch (InvalidInputException invalid) {
      Gathering gathering = gatherings.require(id, staff.someReach(Area.EVENTS));
      return page(gathering, "", HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("problems", RequestForms.problems(invalid))
          .addObject("headcount", headcount);
    } catch (ChangedMeanwhileException changed) {
      flash.addFlashAttribute("problem", "Somebody changed it meanwhile. This is how it is now.");
    }
    return new ModelAndView("redirect:/attendance/" + id);
  }

  /** Marks those who are ticked, and takes the marks of others away. */
  @PostMapping("/attendance/{id}/people")
  String mark(
      @PathVariable UUID id,
      @RequestParam @Nullable List<UUID> present,
      @RequestParam @Nullable List<UUID> absent,
      RedirectAttributes flash) {
    MarkAttendance.Marked marked =
        mark.mark(
            staff.person(),
            id,
            Objects.requireNonNullElse(present, List.of()),
            Objects.requireNonNullElse(absent, List.of()));
    flash.addFlashAttribute(
        marked.present() + marked.absent() > 0 ? "done" : "problem", said(marked));
    return "redirect:/attendance/" + id + "#who";
  }

  private static String said(MarkAttendance.Marked marked) {
    if (marked.absent() > 0) {
      return "Not marked any more.";
    }
    return switch (marked.present()) {
      case 0 -> "Tick who was there first.";
      case 1 -> "One more is marked.";
      default -> marked.present() + " more are marked.";
    };
  }
}
