package org.verger.imports.file;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file, each null to let it be recognised.
 *
 * @param encoding of a CSV file
 * @param delimiter of a CSV file
 * @param sheet the name of the sheet of an XLSX file
 * @param headerLine the line of the names of the columns, from 1; 0 says that there is none, and
 *     the columns are called "Column 1" and so on
 */
public record FormatChoice(
    @Nullable Charset encoding,
    @Nullable Character delimiter,
    @Nullable String sheet,
    @Nullable Long headerLine) {

  /** Everything is recognised. */
  public static final FormatChoice RECOGNISED = new FormatChoice(null, null, null, null);
}
