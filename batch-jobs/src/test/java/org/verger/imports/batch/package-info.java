/** Tests of what is forgotten. */
@NullMarked
package org.verger.imports.batch;

import org.jspecify.annotations.NullMarked;
