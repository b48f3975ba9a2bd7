package org.verger.exports;

/** What was written is not the whole file: whoever takes it must learn that it broke off. */
public final class ExportInterruptedException extends RuntimeException {

  ExportInterruptedException(Exception cause) {
    super("The file could not be written to its end", cause);
  }
}
