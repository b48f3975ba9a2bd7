/** Reads what people write into the cells of a file: dates, amounts, names, telephone numbers. */
@NullMarked
package org.verger.imports.values;

import org.jspecify.annotations.NullMarked;
