package org.verger.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent, and how far it has come.
 *
 * @param kind what is in it: {@code people}, {@code contributions}, …
 * @param size in bytes
 * @param digest SHA-256 of the file, in hexadecimal
 * @param whole whether it is applied as a whole, or else part by part
 * @param startFollowUps whether guests that it brings are followed up
 * @param unit where its rows belong that name no unit
 * @param layout the known layout that was recognised
 * @param format how the file was read, as people read it
 * @param columns the names of its columns
 * @param mapping how its columns are understood
 * @param reading counts how often it was asked to be read, attempt how often to be applied or
 *     undone
 * @param touched whether rows of it are among the records
 * @param problem why it failed, or what a person has to do
 * @param warning what a person should look at before it is applied
 */
public record ImportFile(
    ImportId id,
    String kind,
    String fileName,
    long size,
    String digest,
    ImportStatus status,
    boolean whole,
    boolean startFollowUps,
    @Nullable UUID unit,
    @Nullable String layout,
    @Nullable String format,
    List<String> columns,
    Columns mapping,
    int reading,
    int attempt,
    long appliedLine,
    long lastLine,
    boolean touched,
    ImportCounts counts,
    @Nullable String problem,
    @Nullable String warning,
    UUID createdBy,
    Instant createdAt,
    @Nullable Instant appliedAt,
    @Nullable Instant undoneAt) {

  public ImportFile {
    columns = List.copyOf(columns);
  }

  /** The key of the run that reads it. */
  String readingKey() {
    return id + "/" + reading;
  }

  /** The key of the run that applies it or takes it back. */
  String attemptKey() {
    return id + "/" + attempt;
  }

  /** The same, failed for this reason. */
  ImportFile failed(String why) {
    return new ImportFile(
        id,
        kind,
        fileName,
        size,
        digest,
        ImportStatus.FAILED,
        whole,
        startFollowUps,
        unit,
        layout,
        format,
        columns,
        mapping,
        reading,
        attempt,
        appliedLine,
        lastLine,
        touched,
        counts,
        why,
        warning,
        createdBy,
        createdAt,
        appliedAt,
        undoneAt);
  }
}
