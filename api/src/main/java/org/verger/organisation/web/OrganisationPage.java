package org.verger.organisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.organisation.Area;
import org.verger.organisation.ChangeRoles;
import org.verger.organisation.ChangeUnits;
import org.verger.organisation.Level;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Rights;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The tree of units, and one unit with those who hold roles there. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/organisation")
class OrganisationPage {

  private final Tree tree;
  private final Units units;
  private final People people;
  private final Rights rights;
  private final ChangeUnits changeUnits;
  private final ChangeRoles changeRoles;
  private final Staff staff;

  OrganisationPage(
      Tree tree,
      Units units,
      People people,
      Rights rights,
      ChangeUnits changeUnits,
      ChangeRoles changeRoles,
      Staff staff) {
    this.tree = tree;
    this.units = units;
    this.people = people;
    this.rights = rights;
    this.changeUnits = changeUnits;
    this.changeRoles = changeRoles;
    this.staff = staff;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("branches", tree.branches());
    return "organisation/tree";
  }

  @GetMapping("/units/{id}")
  String unit(@PathVariable UUID id, @RequestParam(defaultValue = "") String search, Model model) {
    Unit unit = units.require(new UnitId(id));
    boolean mayChange = staff.reach(Area.SYSTEM).covers(unit);
    model.addAttribute(
        "branch",
        tree.branches().stream().filter(one -> one.unit().equals(unit)).findFirst().orElseThrow());
    model.addAttribute("above", units.ancestors(unit.id()).reversed());
    model.addAttribute("mayChange", mayChange);
    model.addAttribute("search", search);
    model.addAttribute("found", mayChange && !search.isBlank() ? people.search(search) : List.of());
    model.addAttribute("roles", rights.matrix().stream().map(row -> row.role().value()).toList());
    model.addAttribute(
        "levels",
        Stream.of(Level.values()).filter(level -> level.mayBeBelow(unit.level())).toList());
    return "organisation/unit";
  }

  @PostMapping("/units/{id}/units")
  String add(
      @PathVariable UUID id,
      @RequestParam String level,
      @RequestParam String name,
      RedirectAttributes flash) {
    attempt(
        flash,
        () -> {
          Unit unit = changeUnits.add(staff.person(), new UnitId(id), Asked.level(level), name);
          return unit.name() + " is there.";
        });
    return to(id);
  }

  @PostMapping("/units/{id}/name")
  String rename(@PathVariable UUID id, @RequestParam String name, RedirectAttributes flash) {
    attempt(
        flash,
        () -> {
          changeUnits.rename(staff.person(), new UnitId(id), name);
          return "The name is changed.";
        });
    return to(id);
  }

  @PostMapping("/units/{id}/roles")
  String assign(
      @PathVariable UUID id,
      @RequestParam UUID person,
      @RequestParam String role,
      RedirectAttributes flash) {
    attempt(
        flash,
        () -> {
          changeRoles.assign(
              staff.person(), new PersonId(person), Asked.role(role), new UnitId(id));
          return "The role is given.";
        });
    return to(id);
  }

  @PostMapping("/units/{id}/roles/{holding}/end")
  String relieve(@PathVariable UUID id, @PathVariable UUID holding, RedirectAttributes flash) {
    attempt(
        flash,
        () -> {
          changeRoles.relieve(staff.person(), holding);
          return "The role is taken back.";
        });
    return to(id);
  }

  private interface Change {
    String make();
  }

  private static void attempt(RedirectAttributes flash, Change change) {
    try {
      flash.addFlashAttribute("done", change.make());
    } catch (InvalidInputException wrong) {
      flash.addFlashAttribute("problem", wrong.errors().getFirst().message() + ".");
    } catch (NotAllowedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage() + ".");
    }
  }

  private static String to(UUID unit) {
    return "redirect:/organisation/units/" + unit;
  }

  @GetMapping("/rights")
  String rights(Model model) {
    model.addAttribute("matrix", rights.matrix());
    model.addAttribute("areas", Arrays.asList(Area.values()));
    model.addAttribute("mayChange", staff.reach(Area.SYSTEM).everything());
    return "organisation/rights";
  }

  @PostMapping("/rights/{role}/{area}")
  String set(
      @PathVariable String role,
      @PathVariable String area,
      @RequestParam String extent,
      RedirectAttributes flash) {
    attempt(
        flash,
        () -> {
          rights.set(staff.person(), Asked.role(role), Asked.area(area), Asked.extent(extent));
          return "Saved. It counts from now on.";
        });
    return "redirect:/organisation/rights";
  }

  @Bean
  static NavigationEntry organisationEntry() {
    return NavigationEntry.forEverybody("Church", "/organisation", "network", 400);
  }
}
