/** What was asked with a key is done once, however often it is sent. */
@NullMarked
package org.verger.idempotency;

import org.jspecify.annotations.NullMarked;
