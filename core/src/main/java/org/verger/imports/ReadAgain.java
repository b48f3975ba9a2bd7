package org.verger.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.batch.BatchRuns;
import org.verger.imports.ImportContext.RowKey;
import org.verger.imports.mapping.ImportField;
import org.verger.imports.mapping.ImportKinds;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a file read once more: as it is, with other columns, or with what was decided about
 * duplicates.
 */
@Component
public class ReadAgain {

  private final ImportFiles files;
  private final SavedMappings mappings;
  private final SavedChoices choices;
  private final ImportAccess access;
  private final BatchRuns runs;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  ReadAgain(
      ImportFiles files,
      SavedMappings mappings,
      SavedChoices choices,
      ImportAccess access,
      BatchRuns runs,
      JdbcClient jdbc,
      JsonMapper json,
      Clock clock) {
    this.files = files;
    this.mappings = mappings;
    this.choices = choices;
    this.access = access;
    this.runs = runs;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Reads it as it is understood.
   *
   * @throws ImportStateException when it is at work, applied or undone
   */
  @Transactional
  public ImportFile read(ImportId id, PersonId by) {
    return start(waiting(id, by));
  }

  /**
   * Reads it with these columns, and every later file with the same columns too.
   *
   * @throws InvalidInputException when there is no such column or field
   * @throws ImportStateException when it is at work, applied or undone
   */
  @Transactional
  public ImportFile readAs(ImportId id, Columns columns, PersonId by) {
    ImportFile file = waiting(id, by);
    requireKnown(file, columns);
    mappings.save(file, columns, by.value(), Instant.now(clock));
    jdbc.sql("UPDATE import_file SET mapping = ?::jsonb WHERE id = ?")
        .params(json.writeValueAsString(columns), id.value())
        .update();
    return start(file);
  }

  /**
   * Reads it with what was decided about rows that are likely duplicates.
   *
   * @throws ImportStateException when it is at work, applied or undone
   */
  @Transactional
  public ImportFile decide(ImportId id, Map<RowKey, RowChoice> decided, PersonId by) {
    ImportFile file = waiting(id, by);
    decided.forEach((key, choice) -> choices.save(id, key, choice));
    return start(file);
  }

  private ImportFile waiting(ImportId id, PersonId by) {
    requireWaiting(access.require(id, by));
    ImportFile file = files.lockIdle(id);
    requireWaiting(file);
    return file;
  }

  private static void requireWaiting(ImportFile file) {
    if (file.status() != ImportStatus.READY && file.status() != ImportStatus.FAILED) {
      throw new ImportStateException(
          "The import is %s: only one that is ready or failed can be read again"
              .formatted(file.status().code()));
    }
  }

  private static void requireKnown(ImportFile file, Columns columns) {
    Set<String> fields =
        ImportKinds.find(file.kind()).orElseThrow().fields().stream()
            .map(ImportField::code)
            .collect(Collectors.toSet());
    List<FieldError> wrong =
        columns.fields().stream()
            .filter(c -> !fields.contains(c.field()) || !file.columns().contains(c.name()))
            .map(
                c ->
                    new FieldError(c.name(), "Choose a column of the file and a field of the list"))
            .toList();
    if (!wrong.isEmpty() || !file.columns().containsAll(columns.funds())) {
      throw wrong.isEmpty()
          ? InvalidInputException.of("funds", "Choose columns of the file")
          : new InvalidInputException(wrong);
    }
  }

  private ImportFile start(ImportFile file) {
    int reading = files.readAgain(file.id());
    runs.request(
        ImportRuns.READ,
        file.id() + "/" + reading,
        Map.of(ImportRuns.IMPORT, file.id().toString()));
    return files.require(file.id());
  }
}
