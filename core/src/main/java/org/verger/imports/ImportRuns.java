package org.verger.imports;

/** The names by which runs of imports are asked for. */
public final class ImportRuns {

  /** Reads a file and judges its rows. */
  public static final String READ = "import-read";

  /** Merges what was judged. */
  public static final String APPLY = "import-apply";

  /** Takes an import back. */
  public static final String UNDO = "import-undo";

  /** The parameter with the id of the import. */
  public static final String IMPORT = "import";

  private ImportRuns() {}
}
