package org.verger.imports;

import java.util.Arrays;
import java.util.Locale;

/** How far an import has come. */
public enum ImportStatus {
  /** The file is read and each row compared with what is there. */
  READING,
  /** Everything that would happen is known; nothing has. */
  READY,
  APPLYING,
  APPLIED,
  /** Everything is as if the file had never come. */
  UNDONE,
  /** It could not go on; the import says why. */
  FAILED;

  /** As the API and the database write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportStatus of(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no status " + code));
  }
}
