/**
 * Files of other systems: taken, understood, shown before anything happens, applied, and undone.
 */
@NullMarked
package org.verger.imports;

import org.jspecify.annotations.NullMarked;
