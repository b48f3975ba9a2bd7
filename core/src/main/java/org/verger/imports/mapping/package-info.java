/** Says which column of a file is which field of a record. */
@NullMarked
package org.verger.imports.mapping;

import org.jspecify.annotations.NullMarked;
