/** What is kept for a time and then forgotten. */
@NullMarked
package org.verger.retention;

import org.jspecify.annotations.NullMarked;
