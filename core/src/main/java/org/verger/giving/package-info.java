/** Funds, and the gifts that people make to them. */
@NullMarked
package org.verger.giving;

import org.jspecify.annotations.NullMarked;
