/** The engine that the application brings along, and how an external one is taken. */
@NullMarked
package org.verger.engine.embedded;

import org.jspecify.annotations.NullMarked;
