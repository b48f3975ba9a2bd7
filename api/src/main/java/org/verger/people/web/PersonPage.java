package org.verger.people.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.organisation.PersonId;
import org.verger.pages.PageController;
import org.verger.pages.PersonSection;
import org.verger.people.HouseholdId;
import org.verger.people.HouseholdList;
import org.verger.people.HouseholdRole;
import org.verger.people.UnknownPersonException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** Everything about one person. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/people/{id}")
class PersonPage {

  private static final int FAMILIES_OFFERED = 12;

  private final PeopleDesk desk;
  private final HouseholdList families;
  private final List<PersonSection> sections;
  private final Staff staff;

  PersonPage(PeopleDesk desk, HouseholdList families, List<PersonSection> sections, Staff staff) {
    this.desk = desk;
    this.families = families;
    this.sections =
        sections.stream().sorted(Comparator.comparingInt(PersonSection::order)).toList();
    this.staff = staff;
  }

  @GetMapping
  String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String family, Model model) {
    PersonId person = new PersonId(id);
    model.addAttribute(
        "person",
        desk.details()
            .find(person, staff.person())
            .orElseThrow(() -> new UnknownPersonException(person)));
    model.addAttribute(
        "sections",
        sections.stream().map(one -> one.find(person)).flatMap(Optional::stream).toList());
    model.addAttribute("search", family);
    model.addAttribute(
        "families",
        family.isBlank()
            ? List.of()
            : families.list(staff.person(), family, null, FAMILIES_OFFERED).items());
    model.addAttribute("familyRoles", HouseholdRole.codes());
    return "people/person";
  }

  /** Moves the person into a family. */
  @PostMapping("/family")
  String join(
      @PathVariable UUID id,
      @RequestParam UUID household,
      @RequestParam(defaultValue = "other") String role,
      RedirectAttributes flash) {
    try {
      desk.move()
          .join(
              staff.person(),
              new PersonId(id),
              null,
              new HouseholdId(household),
              Filters.role(role));
      flash.addFlashAttribute("done", "They belong to this family now.");
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute("problem", invalid.errors().getFirst().message() + ".");
    }
    return "redirect:/people/" + id;
  }

  /** Takes the person out of the family. */
  @PostMapping("/family/leave")
  String leave(@PathVariable UUID id, RedirectAttributes flash) {
    desk.move().leave(staff.person(), new PersonId(id), null);
    flash.addFlashAttribute("done", "They belong to no family now.");
    return "redirect:/people/" + id;
  }
}
