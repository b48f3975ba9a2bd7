package org.verger.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.imports.ImportAccess;
import org.verger.imports.ImportFile;
import org.verger.imports.ImportId;
import org.verger.imports.ImportPreview;
import org.verger.imports.ImportStateException;
import org.verger.imports.ImportStatus;
import org.verger.imports.PreviewRow;
import org.verger.imports.RowAction;
import org.verger.imports.mapping.ImportKinds;
import org.verger.organisation.PersonId;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** One import: what it would do, what a person has to decide, and how far it has come. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/imports/{id}")
class ImportPage {

  private static final int ROWS = 50;

  private final ImportDesk desk;
  private final ImportAccess access;
  private final ImportPreview preview;
  private final ImportWork work;
  private final Staff staff;

  ImportPage(
      ImportDesk desk, ImportAccess access, ImportPreview preview, ImportWork work, Staff staff) {
    this.desk = desk;
    this.access = access;
    this.preview = preview;
    this.work = work;
    this.staff = staff;
  }

  /** A count that is also a tab. */
  record Tab(String action, String label, long rows, boolean open) {}

  @GetMapping
  String show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "0") long after,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ImportFile file = access.require(new ImportId(id), staff.person());
    RowAction action = open(file, show);
    List<PreviewRow> rows =
        file.status() == ImportStatus.READING
            ? List.of()
            : preview.rows(file.id(), action, after, ROWS, staff.person());
    if (!isAtWork(file)) {
      // Everything else on the page is different too, once it is done.
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("file", file);
    model.addAttribute("atWork", isAtWork(file));
    model.addAttribute("work", work.of(file));
    model.addAttribute("tabs", tabs(file, action));
    model.addAttribute("action", action.code());
    model.addAttribute("rows", rows);
    model.addAttribute(
        "next",
        rows.stream().map(PreviewRow::line).distinct().count() == ROWS
            ? rows.getLast().line()
            : null);
    model.addAttribute("fields", ImportKinds.find(file.kind()).orElseThrow().fields());
    model.addAttribute("fieldOf", ColumnForms.fieldOf(file));
    return Fragments.view(request, "imports/import", "now");
  }

  private static boolean isAtWork(ImportFile file) {
    return file.status() == ImportStatus.READING || file.status() == ImportStatus.APPLYING;
  }

  // What a person has to do comes first.
  private static RowAction open(ImportFile file, String show) {
    if (!show.isEmpty()) {
      try {
        return RowAction.of(show);
      } catch (IllegalArgumentException unknown) {
        return RowAction.NEW;
      }
    }
    if (file.counts().duplicates() > 0) {
      return RowAction.DUPLICATE;
    }
    if (file.counts().rejected() > 0) {
      return RowAction.REJECTED;
    }
    return file.counts().newRows() == 0 && file.counts().changedRows() > 0
        ? RowAction.CHANGED
        : RowAction.NEW;
  }

  private static List<Tab> tabs(ImportFile file, RowAction open) {
    return List.of(
        tab(RowAction.NEW, "New", file.counts().newRows(), open),
        tab(RowAction.CHANGED, "Changed", file.counts().changedRows(), open),
        tab(RowAction.SAME, "The same", file.counts().sameRows(), open),
        tab(RowAction.DUPLICATE, "Likely duplicates", file.counts().duplicates(), open),
        tab(RowAction.REJECTED, "Rejected", file.counts().rejected(), open));
  }

  private static Tab tab(RowAction action, String label, long rows, RowAction open) {
    return new Tab(action.code(), label, rows, action == open);
  }

  @PostMapping("/columns")
  String columns(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form,
      RedirectAttributes flash) {
    ImportFile file = access.require(new ImportId(id), staff.person());
    return then(
        id, flash, by -> desk.again().readAs(file.id(), ColumnForms.columns(file, form), by));
  }

  @PostMapping("/choices")
  String choices(
      @PathVariable UUID id, @RequestParam Map<String, String> form, RedirectAttributes flash) {
    return then(
        id, flash, by -> desk.again().decide(new ImportId(id), ChoiceForms.choices(form), by));
  }

  @PostMapping("/read")
  String read(@PathVariable UUID id, RedirectAttributes flash) {
    return then(id, flash, by -> desk.again().read(new ImportId(id), by));
  }

  @PostMapping("/apply")
  String apply(@PathVariable UUID id, RedirectAttributes flash) {
    return then(id, flash, by -> desk.apply().request(new ImportId(id), by));
  }

  @PostMapping("/undo")
  String undo(@PathVariable UUID id, RedirectAttributes flash) {
    return then(
        id,
        flash,
        by -> {
          ImportFile file = desk.undo().request(new ImportId(id), by);
          flash.addFlashAttribute("done", "It is being undone. This page says when it is.");
          return file;
        });
  }

  private interface Doing {
    ImportFile doFor(PersonId by);
  }

  private String then(UUID id, RedirectAttributes flash, Doing doing) {
    try {
      doing.doFor(staff.person());
    } catch (ImportStateException state) {
      flash.addFlashAttribute("problem", state.getMessage());
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute("problem", invalid.errors().getFirst().message());
    }
    return "redirect:/imports/" + id;
  }
}
