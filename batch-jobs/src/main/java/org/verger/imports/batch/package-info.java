/** The jobs of imports. */
@NullMarked
package org.verger.imports.batch;

import org.jspecify.annotations.NullMarked;
