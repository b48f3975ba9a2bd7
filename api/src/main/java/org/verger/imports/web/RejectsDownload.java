package org.verger.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.verger.exports.ExportFormat;
import org.verger.imports.ImportFile;
import org.verger.imports.RejectsFile;
import org.verger.imports.file.FileFormat;
import org.verger.organisation.PersonId;

/** Hands the file of rejects on while it is written. */
final class RejectsDownload {

  private RejectsDownload() {}

  static void write(
      ImportFile file, PersonId by, RejectsFile rejects, HttpServletResponse response) {
    rejects.write(
        file.id(),
        by,
        kind -> {
          describe(file, kind, response);
          return response.getOutputStream();
        });
  }

  private static void describe(
      ImportFile file, FileFormat.Kind kind, HttpServletResponse response) {
    ExportFormat format =
        switch (kind) {
          case CSV -> ExportFormat.CSV;
          case XLSX -> ExportFormat.XLSX;
        };
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("rejects-" + name(file) + "." + format.code(), StandardCharsets.UTF_8)
            .build()
            .toString());
  }

  private static String name(ImportFile file) {
    int dot = file.fileName().lastIndexOf('.');
    return dot > 0 ? file.fileName().substring(0, dot) : file.fileName();
  }
}
