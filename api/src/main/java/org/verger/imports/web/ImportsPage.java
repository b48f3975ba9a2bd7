package org.verger.imports.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.verger.imports.ImportAccess;
import org.verger.imports.ImportFile;
import org.verger.organisation.Area;
import org.verger.organisation.Extent;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.Units;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The imports of a church, and the form that begins one. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/imports")
class ImportsPage {

  private static final int MOST = 100;

  private final ImportDesk desk;
  private final ImportAccess access;
  private final Units units;
  private final Staff staff;

  ImportsPage(ImportDesk desk, ImportAccess access, Units units, Staff staff) {
    this.desk = desk;
    this.access = access;
    this.units = units;
    this.staff = staff;
  }

  // Leaders of a group may import, too; few of them ever do.
  @Bean
  static NavigationEntry importsEntry() {
    return NavigationEntry.forEntitled(
        "Imports",
        "/imports",
        "file-up",
        320,
        Extent.CAMPUS,
        Area.SYSTEM,
        Area.PEOPLE,
        Area.MEMBER_DATA,
        Area.MONEY,
        Area.EVENTS);
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("imports", access.list(staff.person(), MOST));
    model.addAttribute("mayImport", !access.kindsOf(staff.person()).isEmpty());
    return "imports/imports";
  }

  @GetMapping("/new")
  String empty(@RequestParam(defaultValue = "people") String kind, Model model) {
    return form(kind, Map.of(), model);
  }

  private String form(String kind, Map<String, String> problems, Model model) {
    List<String> kinds = access.kindsOf(staff.person());
    if (kinds.isEmpty()) {
      throw new NotAllowedException("Your roles give you no right to import anything");
    }
    model.addAttribute("kinds", kinds);
    model.addAttribute("kind", kind);
    model.addAttribute("units", units.all());
    model.addAttribute("problems", problems);
    return "imports/new";
  }

  @PostMapping("/new")
  String take(
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable MultipartFile file,
      @RequestParam @Nullable String unit,
      @RequestParam @Nullable String apply,
      @RequestParam @Nullable String followUps,
      Model model) {
    try {
      ImportFile taken =
          new SentFile(kind, file, unit, apply, followUps).take(desk.take(), staff.person());
      return "redirect:/imports/" + taken.id();
    } catch (InvalidInputException invalid) {
      Map<String, String> problems = new HashMap<>();
      invalid.errors().forEach(error -> problems.put(error.field(), error.message()));
      return form(kind == null ? "people" : kind, problems, model);
    }
  }
}
