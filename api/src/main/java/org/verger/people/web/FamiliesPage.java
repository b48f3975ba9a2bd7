package org.verger.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.organisation.PersonId;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.people.HouseholdId;
import org.verger.people.HouseholdRole;
import org.verger.people.MovePerson;
import org.verger.people.UnknownHouseholdException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The families whose members whoever is signed in sees, and each of them. */
@PageController
@PreAuthorize("isAuthenticated()")
class FamiliesPage {

  private static final int AT_ONCE = 50;

  private final FamilyDesk desk;
  private final MovePerson move;
  private final Within within;
  private final Staff staff;

  FamiliesPage(FamilyDesk desk, MovePerson move, Within within, Staff staff) {
    this.desk = desk;
    this.move = move;
    this.within = within;
    this.staff = staff;
  }

  @GetMapping("/families")
  String list(
      @RequestParam(defaultValue = "") String search,
      @RequestParam @Nullable UUID cursor,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("search", search);
    model.addAttribute(
        "page",
        desk.list()
            .list(staff.person(), search, cursor == null ? null : cursor.toString(), AT_ONCE));
    model.addAttribute("mayEnter", !within.changeable().isEmpty());
    return Fragments.view(request, "people/families", "results");
  }

  @GetMapping("/families/{id}")
  String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String search, Model model) {
    HouseholdId family = new HouseholdId(id);
    model.addAttribute(
        "family",
        desk.details()
            .find(family, staff.person())
            .orElseThrow(() -> new UnknownHouseholdException(family)));
    model.addAttribute("search", search);
    model.addAttribute("found", within.called(search));
    model.addAttribute("familyRoles", HouseholdRole.codes());
    return "people/family";
  }

  /** Moves somebody into the family. */
  @PostMapping("/families/{id}/members")
  String join(
      @PathVariable UUID id,
      @RequestParam UUID person,
      @RequestParam(defaultValue = "other") String role,
      RedirectAttributes flash) {
    try {
      move.join(
          staff.person(), new PersonId(person), null, new HouseholdId(id), Filters.role(role));
      flash.addFlashAttribute("done", "They belong to this family now.");
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute("problem", invalid.errors().getFirst().message() + ".");
    }
    return "redirect:/families/" + id;
  }
}
