package org.verger.imports.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.verger.imports.ImportFile;
import org.verger.imports.NewImport;
import org.verger.imports.TakeImport;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;

/**
 * A file as a form or a client sends it.
 *
 * @param unit id of the unit where rows belong that name none
 * @param apply {@code whole}: all of it or nothing; else part by part
 * @param followUps {@code true}: guests that it brings are followed up
 */
record SentFile(
    @Nullable String kind,
    @Nullable MultipartFile file,
    @Nullable String unit,
    @Nullable String apply,
    @Nullable String followUps) {

  ImportFile take(TakeImport take, PersonId by) {
    MultipartFile sent = file;
    if (sent == null || sent.isEmpty()) {
      throw InvalidInputException.of("file", "Choose a file with rows in it, as CSV or XLSX");
    }
    NewImport asked =
        new NewImport(
            Given.text(kind),
            Objects.requireNonNullElse(sent.getOriginalFilename(), ""),
            Given.optional(unit) == null ? null : Given.id("unit", unit),
            !"parts".equals(Given.text(apply)),
            "true".equals(Given.text(followUps)));
    try (InputStream bytes = sent.getInputStream()) {
      return take.take(asked, bytes, by);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
