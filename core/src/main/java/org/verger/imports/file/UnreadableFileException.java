package org.verger.imports.file;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a table. The message is a sentence for the person who gave it. */
public class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableFileException(String message) {
    super(message);
  }

  public UnreadableFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
