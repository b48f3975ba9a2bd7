/** Reads what people write into the cells of a file: dates, amounts, names, telephone numbers. */
@NamedInterface("values")
@NullMarked
package org.verger.imports.values;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
