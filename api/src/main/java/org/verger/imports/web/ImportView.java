package org.verger.imports.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.imports.ImportFile;

/**
 * An import, as the API gives it.
 *
 * @param status reading, ready, applying, applied, undone or failed
 * @param newRows rows that bring a record; a row with several gifts counts once for each
 * @param duplicates rows that are likely duplicates, about which a person has to decide
 * @param problem why it failed, or what a person has to do
 * @param warning what a person should look at before it is applied, as an order of dates that no
 *     row shows
 */
record ImportView(
    UUID id,
    String kind,
    String fileName,
    String status,
    @JsonProperty("new") long newRows,
    long changed,
    long same,
    long duplicates,
    long rejected,
    @Nullable String layout,
    @Nullable String format,
    @Nullable String problem,
    @Nullable String warning,
    Instant createdAt,
    @Nullable Instant appliedAt,
    @Nullable Instant undoneAt) {

  static ImportView of(ImportFile file) {
    return new ImportView(
        file.id().value(),
        file.kind(),
        file.fileName(),
        file.status().code(),
        file.counts().newRows(),
        file.counts().changedRows(),
        file.counts().sameRows(),
        file.counts().duplicates(),
        file.counts().rejected(),
        file.layout(),
        file.format(),
        file.problem(),
        file.warning(),
        file.createdAt(),
        file.appliedAt(),
        file.undoneAt());
  }
}
