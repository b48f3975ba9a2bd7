package org.verger.imports;

/** There is no such import, or none that who asks may see. */
public final class UnknownImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownImportException(ImportId id) {
    super("There is no import " + id);
  }
}
