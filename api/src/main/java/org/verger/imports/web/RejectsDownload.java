package org.verger.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.verger.imports.ImportFile;
import org.verger.imports.RejectsFile;
import org.verger.organisation.PersonId;

/** Hands the file of rejects on while it is written. */
final class RejectsDownload {

  private RejectsDownload() {}

  static void write(ImportFile file, PersonId by, RejectsFile rejects, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("rejects-" + name(file) + ".csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    rejects.write(file.id(), by, response.getOutputStream());
  }

  private static String name(ImportFile file) {
    int dot = file.fileName().lastIndexOf('.');
    return dot > 0 ? file.fileName().substring(0, dot) : file.fileName();
  }
}
