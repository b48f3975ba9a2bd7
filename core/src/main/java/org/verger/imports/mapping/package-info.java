/** Says which column of a file is which field of a record. */
@NamedInterface("mapping")
@NullMarked
package org.verger.imports.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
