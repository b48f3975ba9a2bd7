/** What features ask of the engine, and what they can read of it. */
@NullMarked
package org.verger.processes;

import org.jspecify.annotations.NullMarked;
