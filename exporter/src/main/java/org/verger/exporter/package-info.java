/** The plug-in that the engine loads to write what it did to schema {@code engine}. */
@NullMarked
package org.verger.exporter;

import org.jspecify.annotations.NullMarked;
