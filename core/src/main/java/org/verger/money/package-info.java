/** Amounts of money in the minor units of their currency. */
@NullMarked
package org.verger.money;

import org.jspecify.annotations.NullMarked;
