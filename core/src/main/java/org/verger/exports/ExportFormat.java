package org.verger.exports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form of a file. */
public enum ExportFormat {
  CSV("text/csv;charset=UTF-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The end of a file's name, and what people call the form. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of the content. */
  public String mediaType() {
    return mediaType;
  }

  /** The form with this code, if there is one. */
  public static Optional<ExportFormat> of(String code) {
    return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
  }
}
