/** What must happen in the engine, written with the record it belongs to and handed over later. */
@NullMarked
package org.verger.outbox;

import org.jspecify.annotations.NullMarked;
