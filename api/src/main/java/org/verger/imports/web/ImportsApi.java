package org.verger.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.verger.deployment.RunsInRole;
import org.verger.imports.Columns;
import org.verger.imports.ImportAccess;
import org.verger.imports.ImportContext.RowKey;
import org.verger.imports.ImportFile;
import org.verger.imports.ImportId;
import org.verger.imports.ImportPreview;
import org.verger.imports.PreviewRow;
import org.verger.imports.RejectsFile;
import org.verger.imports.RowAction;
import org.verger.imports.RowChoice;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Files of other systems: sent, looked at, applied, undone. */
@RestController
@RequestMapping("/api/v1/imports")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class ImportsApi {

  private static final int MOST = 100;

  private final ImportDesk desk;
  private final ImportAccess access;
  private final ImportPreview preview;
  private final RejectsFile rejects;
  private final Staff staff;

  ImportsApi(
      ImportDesk desk,
      ImportAccess access,
      ImportPreview preview,
      RejectsFile rejects,
      Staff staff) {
    this.desk = desk;
    this.access = access;
    this.preview = preview;
    this.rejects = rejects;
    this.staff = staff;
  }

  /** A list. */
  record Items<T>(List<T> items) {}

  /** A column of the file and the field that it is. */
  record ColumnOf(@Nullable String column, @Nullable String field) {}

  /** Which columns are which fields, and which are funds. */
  record MappingOf(@Nullable List<ColumnOf> fields, @Nullable List<String> funds) {}

  /** What the file would do, with some rows of each kind. */
  record Preview(
      ImportView counts,
      List<String> columns,
      MappingOf mapping,
      Map<String, List<PreviewRow>> rows) {}

  /**
   * What somebody decided about a row that is likely a duplicate.
   *
   * @param choice {@code new}, {@code same-as} or {@code leave-out}
   * @param target the record that it is, with {@code same-as}
   */
  record Choice(long line, int part, @Nullable String choice, @Nullable String target) {}

  /** Several of them. */
  record Choices(@Nullable List<Choice> choices) {}

  /** Takes a file; it is read in the background. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<ImportView> take(
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable MultipartFile file,
      @RequestParam @Nullable String unit,
      @RequestParam @Nullable String apply,
      @RequestParam @Nullable String followUps) {
    ImportFile taken =
        new SentFile(kind, file, unit, apply, followUps).take(desk.take(), staff.person());
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + taken.id()))
        .body(ImportView.of(taken));
  }

  /** The latest imports that the caller may see. */
  @GetMapping
  Items<ImportView> list() {
    return new Items<>(access.list(staff.person(), MOST).stream().map(ImportView::of).toList());
  }

  /** How far it has come. */
  @GetMapping("/{id}")
  ImportView show(@PathVariable UUID id) {
    return ImportView.of(access.require(new ImportId(id), staff.person()));
  }

  /** What would become of its rows: some of each kind, or more of one kind. */
  @GetMapping("/{id}/preview")
  Preview preview(
      @PathVariable UUID id,
      @RequestParam @Nullable String action,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "20") int limit) {
    ImportFile file = access.require(new ImportId(id), staff.person());
    Map<String, List<PreviewRow>> rows = new LinkedHashMap<>();
    for (RowAction one : RowAction.values()) {
      if (action == null || action.equals(one.code())) {
        rows.put(one.code(), preview.rows(file.id(), one, after, limit, staff.person()));
      }
    }
    return new Preview(
        ImportView.of(file),
        file.columns(),
        new MappingOf(
            file.mapping().fields().stream()
                .map(column -> new ColumnOf(column.name(), column.field()))
                .toList(),
            file.mapping().funds()),
        rows);
  }

  /** The rows that were not taken, in the shape and form of the file, with line and reason. */
  @GetMapping("/{id}/rejects")
  void rejects(@PathVariable UUID id, HttpServletResponse response) {
    ImportFile file = access.require(new ImportId(id), staff.person());
    RejectsDownload.write(file, staff.person(), rejects, response);
  }

  /** Has it read with other columns; files with the same columns are read so from now on. */
  @PutMapping("/{id}/mapping")
  ResponseEntity<ImportView> map(@PathVariable UUID id, @RequestBody MappingOf mapping) {
    List<Columns.Column> fields = new ArrayList<>();
    if (mapping.fields() != null) {
      mapping
          .fields()
          .forEach(
              one ->
                  fields.add(
                      new Columns.Column(Given.text(one.column()), Given.text(one.field()))));
    }
    Columns columns = new Columns(fields, mapping.funds() == null ? List.of() : mapping.funds());
    return accepted(desk.again().readAs(new ImportId(id), columns, staff.person()));
  }

  /** Decides about rows that are likely duplicates, and has the file read with that. */
  @PostMapping("/{id}/choices")
  ResponseEntity<ImportView> decide(@PathVariable UUID id, @RequestBody Choices choices) {
    Map<RowKey, RowChoice> decided = new HashMap<>();
    if (choices.choices() != null) {
      choices
          .choices()
          .forEach(one -> decided.put(new RowKey(one.line(), one.part()), choice(one)));
    }
    return accepted(desk.again().decide(new ImportId(id), decided, staff.person()));
  }

  private static RowChoice choice(Choice given) {
    return switch (Given.text(given.choice())) {
      case "new" -> new RowChoice.New();
      case "leave-out" -> new RowChoice.LeaveOut();
      case "same-as" -> new RowChoice.SameAs(Given.id("target", given.target()));
      default -> throw InvalidInputException.of("choice", "Give new, same-as or leave-out");
    };
  }

  /** Has it read once more, as after records were changed. */
  @PostMapping("/{id}/read")
  ResponseEntity<ImportView> read(@PathVariable UUID id) {
    return accepted(desk.again().read(new ImportId(id), staff.person()));
  }

  /** Has it applied, in the background. */
  @PostMapping("/{id}/apply")
  ResponseEntity<ImportView> apply(@PathVariable UUID id) {
    return accepted(desk.apply().request(new ImportId(id), staff.person()));
  }

  /** Has it undone, in the background. */
  @PostMapping("/{id}/undo")
  ResponseEntity<ImportView> undo(@PathVariable UUID id) {
    return accepted(desk.undo().request(new ImportId(id), staff.person()));
  }

  private static ResponseEntity<ImportView> accepted(ImportFile file) {
    return ResponseEntity.accepted().body(ImportView.of(file));
  }
}
