package org.verger.imports;

/** Somebody asked the run to stop; what it had begun is given up and can be begun again. */
public final class ImportStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportStoppedException() {
    super("Stopped on request");
  }
}
