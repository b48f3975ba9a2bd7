/** Reads the rows of a CSV or XLSX file that somebody uploads, as a stream and within limits. */
@NamedInterface("file")
@NullMarked
package org.verger.imports.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
