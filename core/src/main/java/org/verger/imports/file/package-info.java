/** Reads the rows of a CSV or XLSX file that somebody uploads, as a stream and within limits. */
@NullMarked
package org.verger.imports.file;

import org.jspecify.annotations.NullMarked;
