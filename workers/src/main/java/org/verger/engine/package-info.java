/** The adapter between the product and the process engine. */
@NullMarked
package org.verger.engine;

import org.jspecify.annotations.NullMarked;
